import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** The items of a subscription, in its order. */
export function itemsOf(
  work: Work,
  subscription: Held<"subscription">,
): readonly Held<"subscription_item">[] {
  return subscription.items.map((id) => work.store.must("subscription_item", id));
}

/** When the first of a subscription's items comes to the end of its period, unix seconds. */
export function periodEndOf(work: Work, subscription: Held<"subscription">): number {
  return Math.min(...itemsOf(work, subscription).map((item) => item.current_period_end));
}
