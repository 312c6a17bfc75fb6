import type { ChangePreview } from "@/lib/billing/plan/preview-change";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";

/** What a change is about, in the words of its button. */
export function changedThing(own: OwnSubscription, priceKey: string): "seats" | "plan" {
  return isOfSeats(own, priceKey) ? "seats" : "plan";
}

function isOfSeats(own: OwnSubscription, priceKey: string): boolean {
  return own.price?.key === priceKey;
}

/** What a change is, as a question. */
export function changeTitle(own: OwnSubscription, { price, quantity }: ChangePreview): string {
  if (isOfSeats(own, price.key)) return `Change to ${quantity === 1 ? "one seat" : `${quantity} seats`}?`;
  const seats = quantity > 1 ? ` with ${quantity} seats` : "";
  return `Change to ${price.productName}${seats}, by the ${price.interval}?`;
}
