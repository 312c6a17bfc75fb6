import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import type { Period } from "../periods";
import { type RecurringPrice, recurringPriceOf } from "../price";

type ItemParams = NonNullable<ParamsOf<"subscriptions.create">["items"]>[number];

/** What an item of a subscription is to be. */
export type ItemStart = {
  readonly price: RecurringPrice;
  readonly quantity: number;
  readonly metadata: Readonly<Record<string, string>>;
};

const MOST_ITEMS = 20;

/**
 * Reads the items of a new subscription and the currency they share; refuses none, too many, the same price
 * twice and a mix of currencies.
 */
export function readItems(
  work: Work,
  params: readonly ItemParams[] | undefined,
): { readonly items: readonly ItemStart[]; readonly currency: string } {
  if (!params) throw missingParam("items");
  if (params.length > MOST_ITEMS) {
    throw invalidRequest(`The maximum number of items (prices) per subscription is ${MOST_ITEMS}.`, {
      param: "items",
    });
  }
  const items = params.map((item, position) => readItem(work, item, `items[${position}]`));
  refuseSamePrice(items.map(({ price }) => price.id));
  return { items, currency: sharedCurrency(items) };
}

export function refuseSamePrice(prices: readonly string[]): void {
  const twice = prices.find((price, position) => prices.indexOf(price) !== position);
  if (twice === undefined) return;
  throw invalidRequest(
    `Cannot create a Subscription with multiple Subscription Items with the same Price: ${twice}`,
    { param: "plan" },
  );
}

/** Puts an item into the store. */
export function putItem(
  work: Work,
  subscription: string,
  { price, quantity, metadata }: ItemStart,
  period: Period,
  created: number,
): Held<"subscription_item"> {
  return work.store.put("subscription_item", {
    id: work.newId("subscription_item"),
    object: "subscription_item",
    billing_thresholds: null,
    created,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata,
    plan: price.id,
    price: price.id,
    ...(price.recurring.usage_type === "metered" ? {} : { quantity }),
    subscription,
    tax_rates: [],
  });
}

function readItem(work: Work, params: ItemParams, param: string): ItemStart {
  if (params.price === undefined) throw missingParam(`${param}[price]`);
  return {
    price: recurringPriceOf(work, params.price, `${param}[price]`),
    quantity: params.quantity ?? 1,
    metadata: mergeMetadata(null, params.metadata),
  };
}

function sharedCurrency(items: readonly ItemStart[]): string {
  const [currency, ...others] = new Set(items.map(({ price }) => price.currency));
  if (currency === undefined) throw missingParam("items");
  if (others.length === 0) return currency;
  throw invalidRequest("All prices on a subscription must have the same currency.", { param: "items" });
}
