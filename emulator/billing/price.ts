import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Recurrence } from "./periods";
import { type Pricing, priceAmount } from "./price-amount";

type Price = Held<"price">;
export type RecurringPrice = Price & { readonly recurring: NonNullable<Price["recurring"]> };

/**
 * The price an id in a subscription's parameters names, in the subscription's currency; refuses one that is archived or doesn't
 * recur.
 */
export function recurringPriceOf(
  work: Work,
  id: string,
  param: string,
  currency: string | undefined,
): RecurringPrice {
  const price = inCurrency(activePriceOf(work, id, param), currency, param);
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

/**
 * A price as it is in one of its currencies; refuses one that it hasn't.
 * https://docs.stripe.com/products-prices/how-products-and-prices-work#multiple-currencies
 */
export function inCurrency<Any extends Price>(price: Any, currency: string | undefined, param: string): Any {
  if (currency === undefined || currency === price.currency) return price;
  const option = price.currency_options?.[currency];
  if (option) return { ...price, ...option, currency };
  throw invalidRequest(
    `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
    { param },
  );
}

/** The recurring price of an item that exists, in its subscription's currency: it was checked when the item was made. */
export function priceOfItem(work: Work, item: Held<"subscription_item">): RecurringPrice {
  const { currency } = work.store.must("subscription", item.subscription);
  const price = inCurrency(work.store.must("price", item.price), currency, "items");
  if (!isRecurring(price)) throw new Error(`Subscription item ${item.id} has the one-time price ${price.id}`);
  return price;
}

/** How often a price is charged, such as every three months. */
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
