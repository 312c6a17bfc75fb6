/** The product of a plan, an item or a meter has an id of ours, so that it is found again whatever it is called by then. */
export function productId(key: string): string {
  return `gatehouse_${key}`;
}
