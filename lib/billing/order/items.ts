import { meteredPrices } from "../queries/metered-prices";
import type { Terms } from "./terms";

/** What a subscription is made of: the plan's price, so many seats of it, and what is counted along with it. */
export async function itemsOf({ price, seats }: Pick<Terms, "price" | "seats">) {
  const counted = await meteredPrices(price.productId);
  return [{ price: price.id, quantity: seats }, ...counted.map(({ id }) => ({ price: id }))];
}
