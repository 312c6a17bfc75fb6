/** Where a change to a price is previewed, named by its lookup key or id; `said`: what became of the last try. */
export function changePath(price: string, said?: string): string {
  return `/account/plan?${new URLSearchParams({ price, ...(said && { said }) })}`;
}
