import type { ChangePreview } from "@/lib/billing/plan/preview-change";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";

/** What a change is, as a question. */
export function changeTitle(own: OwnSubscription, { price, quantity }: ChangePreview): string {
  if (own.price?.key === price.key) return `Change to ${quantity === 1 ? "one seat" : `${quantity} seats`}?`;
  const seats = quantity > 1 ? ` with ${quantity} seats` : "";
  return `Change to ${price.productName}${seats}, by the ${price.interval}?`;
}
