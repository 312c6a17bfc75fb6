import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Recurrence } from "./periods";
import { type Pricing, priceAmount } from "./price-amount";

type Price = Held<"price">;
export type RecurringPrice = Price & { readonly recurring: NonNullable<Price["recurring"]> };

/** The price an id in a subscription's parameters names; refuses one that is archived or doesn't recur. */
export function recurringPriceOf(work: Work, id: string, param: string): RecurringPrice {
  const price = activePriceOf(work, id, param);
  if (isRecurring(price)) return price;
  throw invalidRequest(
    "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
    { param },
  );
}

/** The price an id in a parameter names; refuses one that is archived. */
export function activePriceOf(work: Work, id: string, param: string): Price {
  const price = work.store.get("price", id);
  if (!price) throw missingReference("price", id, param);
  if (price.active) return price;
  throw invalidRequest("The price specified is inactive. This field only accepts active prices.", { param });
}

/** The recurring price of an item that exists: it was checked when the item was made. */
export function priceOfItem(work: Work, item: Held<"subscription_item">): RecurringPrice {
  const price = work.store.must("price", item.price);
  if (!isRecurring(price)) throw new Error(`Subscription item ${item.id} has the one-time price ${price.id}`);
  return price;
}

export function recurrenceOf(price: RecurringPrice): Recurrence {
  return { interval: price.recurring.interval, count: price.recurring.interval_count };
}

/** How a price turns quantities into amounts. */
export function pricingOf(price: Price): Pricing {
  if (price.tiers_mode) {
    const tiers = (price.tiers ?? []).map((tier) => ({
      upTo: tier.up_to,
      unitAmountDecimal: tier.unit_amount_decimal,
      flatAmountDecimal: tier.flat_amount_decimal,
    }));
    return { scheme: "tiered", mode: price.tiers_mode, tiers };
  }
  const transform = price.transform_quantity;
  return {
    scheme: "per_unit",
    unitAmountDecimal: price.unit_amount_decimal ?? "0",
    transform: transform && { divideBy: transform.divide_by, round: transform.round },
  };
}

/** What `quantity` units cost, in minor units of the price's currency. */
export function costOf(price: Price, quantity: number): number {
  return priceAmount(pricingOf(price), quantity);
}

/** Whether a price comes back. */
export function isRecurring(price: Price): price is RecurringPrice {
  return price.recurring !== null;
}
