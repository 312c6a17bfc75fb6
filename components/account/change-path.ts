/**
 * Where a change to a price is previewed, named by its lookup key or id.
 *
 * @param seats as many as now where they are left out
 * @param said what became of the last try
 */
export function changePath(price: string, { seats, said }: { seats?: number; said?: string } = {}): string {
  const query = new URLSearchParams({ price, ...(seats && { seats: String(seats) }), ...(said && { said }) });
  return `/account/plan?${query}`;
}
