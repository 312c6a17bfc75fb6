import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { readDiscounts } from "../discounts/given";
import { replaceDiscounts } from "../discounts/replace";
import { costOf, type RecurringPrice } from "../price";

/**
 * The discounts of a subscription after a request: those asked for in the place of its own, where any were.
 * `amount` is what it costs before them, for codes that ask for a minimum.
 */
export function subscriptionDiscounts(
  work: Work,
  subscription: Held<"subscription">,
  given: ParamsOf<"subscriptions.update">["discounts"],
  amount: number,
): readonly string[] {
  if (given === undefined) return subscription.discounts;
  const { id, currency, test_clock: clock } = subscription;
  const customer = work.store.must("customer", subscription.customer);
  const starts = readDiscounts(work, given || [], { customer, currency, amount });
  return replaceDiscounts(work, subscription, starts, {
    clock,
    customer: customer.id,
    now: work.now(clock),
    subscription: id,
  });
}

/** What whole periods of items cost in all, in minor units; usage isn't known beforehand. */
export function costOfAll(
  items: readonly { readonly price: RecurringPrice; readonly quantity: number }[],
): number {
  return items
    .filter(({ price }) => price.recurring.usage_type !== "metered")
    .reduce((sum, { price, quantity }) => sum + costOf(price, quantity), 0);
}
