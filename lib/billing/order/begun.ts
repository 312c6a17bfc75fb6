import type { OwnSubscription } from "../queries/subscription-of";
import type { Order } from "./order";

/** What was ordered with a purchase that was begun and not paid for; null where its price is none that this shop sells by. */
export function begunOrder({
  price,
  seats,
  code,
}: Pick<OwnSubscription, "price" | "seats" | "code">): Order | null {
  return price && { price: price.key, seats: seats > 1 ? String(seats) : "", code, currency: price.currency };
}
