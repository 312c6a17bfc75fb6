/** The checkout of a price, named by its lookup key or id. */
export function checkoutPath(price: string): string {
  return `/checkout?${new URLSearchParams({ price })}`;
}
