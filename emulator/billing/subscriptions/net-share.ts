import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { discountAmounts } from "../discounts/amounts";
import { couponOf, reductionOf } from "../discounts/coupon";
import { runningDiscounts } from "../discounts/running";
import { type Fraction, fraction } from "../fraction";
import { costOf, priceOfItem, type RecurringPrice } from "../price";
import { itemsOf } from "./period";

const WHOLE = fraction(1);

/** An item as it will be: of one that is new, nothing but its price is known. */
export type Coming = {
  readonly item: Held<"subscription_item"> | null;
  readonly price: RecurringPrice;
  readonly quantity: number;
};

/**
 * The part of a price that the discounts of its item, and then of the subscription, will leave to pay: what is taken
 * off the whole is shared out among all the items that come (`all`), as on an invoice.
 * https://docs.stripe.com/billing/subscriptions/billing-mode#proration-discounts
 */
export function comingShare(
  work: Work,
  subscription: Held<"subscription">,
  all: readonly Coming[],
  one: Coming,
): Fraction {
  const now = work.now(subscription.test_clock);
  const gross = all.map(({ price, quantity }) =>
    price.recurring.usage_type === "metered" ? 0 : costOf(price, quantity),
  );
  const net = [...gross];
  const takeOff = (id: string, among: readonly number[]) => {
    const coupon = couponOf(work, id);
    const reduction = coupon && reductionOf(coupon, subscription.currency);
    if (!coupon || !reduction) return;
    const covered = among.filter((place) => covers(coupon, all[place]));
    const amounts = covered.map((place) => net[place] ?? 0);
    for (const [position, off] of discountAmounts(amounts, reduction).entries()) {
      net[covered[position] ?? -1] = (amounts[position] ?? 0) - off;
    }
  };
  for (const [place, { item }] of all.entries()) {
    for (const id of runningDiscounts(work, item?.discounts ?? [], now)) takeOff(id, [place]);
  }
  for (const id of runningDiscounts(work, subscription.discounts, now)) takeOff(id, [...all.keys()]);
  const place = all.indexOf(one);
  return gross[place] ? fraction(net[place] ?? 0, gross[place]) : WHOLE;
}

function covers({ applies_to: products }: Held<"coupon">, one: Coming | undefined): boolean {
  return products === undefined || (one !== undefined && products.products.includes(one.price.product));
}

/** The items of a subscription as they are. */
export function comingOf(work: Work, subscription: Held<"subscription">): readonly Coming[] {
  return itemsOf(work, subscription).map((item) => ({
    item,
    price: priceOfItem(work, item),
    quantity: item.quantity ?? 0,
  }));
}

/** The part that discounts leave to pay of an item that stays as it is. */
export function presentShare(
  work: Work,
  subscription: Held<"subscription">,
  { id }: Held<"subscription_item">,
): Fraction {
  const all = comingOf(work, subscription);
  const one = all.find(({ item }) => item?.id === id);
  return one ? comingShare(work, subscription, all, one) : WHOLE;
}
