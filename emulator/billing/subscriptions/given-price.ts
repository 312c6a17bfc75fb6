import { invalidRequest, missingParam } from "../../core/errors";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { createPrice } from "../../resources/prices/create-price";
import { inCurrency, isRecurring, type RecurringPrice, recurringPriceOf } from "../price";

type Item = NonNullable<ParamsOf<"subscriptions.create">["items"]>[number];
export type PriceGiven = Pick<Item, "plan" | "price" | "price_data">;

/** Whether a request names a price for an item. */
export function namesPrice({ plan, price, price_data: data }: PriceGiven): boolean {
  return (price ?? plan ?? data) !== undefined;
}

/**
 * The recurring price an item is given: one that is for sale, or one made for it alone from `price_data`. Throws 400
 * for both, neither, and one that doesn't recur or hasn't the currency.
 */
export function givenPrice(
  work: Work,
  { plan, price, price_data: data }: PriceGiven,
  param: string,
  currency: string | undefined,
): RecurringPrice {
  const id = price ?? plan;
  if (id !== undefined && data !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: price, price_data.", {
      code: "parameters_exclusive",
      param: `${param}[price]`,
    });
  }
  if (id !== undefined) return recurringPriceOf(work, id, `${param}[price]`, currency);
  if (data === undefined) throw missingParam(`${param}[price]`);
  referenced(work, "product", data.product, `${param}[price_data][product]`);
  const made = createPrice(work, { ...data, active: false }, `${param}[price_data]`);
  const own = inCurrency(made, currency, `${param}[price_data][currency]`);
  if (!isRecurring(own)) throw missingParam(`${param}[price_data][recurring]`);
  return own;
}
