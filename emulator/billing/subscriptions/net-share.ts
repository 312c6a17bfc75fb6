import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { discountAmounts } from "../discounts/amounts";
import { reductionOf } from "../discounts/coupon";
import { runningDiscounts } from "../discounts/running";
import { type Fraction, fraction } from "../fraction";
import { costOf, type RecurringPrice } from "../price";

const WHOLE = fraction(1);

/**
 * The part of a new price that the discounts of the item, and then of the subscription, will leave to pay.
 * https://docs.stripe.com/billing/subscriptions/billing-mode#proration-discounts
 */
export function comingShare(
  work: Work,
  subscription: Held<"subscription">,
  item: Held<"subscription_item"> | null,
  { price, quantity }: { readonly price: RecurringPrice; readonly quantity: number },
): Fraction {
  const gross = costOf(price, quantity);
  const ids = [...(item?.discounts ?? []), ...subscription.discounts];
  const now = work.now(subscription.test_clock);
  let net = gross;
  for (const id of runningDiscounts(work, ids, now)) {
    const coupon = work.store.get("coupon", work.store.must("discount", id).source.coupon ?? "");
    const reduction = coupon && reductionOf(coupon, subscription.currency);
    const covers = coupon?.applies_to === undefined || coupon.applies_to.products.includes(price.product);
    if (reduction && covers) net -= discountAmounts([net], reduction)[0] ?? 0;
  }
  return gross === 0 ? WHOLE : fraction(net, gross);
}
