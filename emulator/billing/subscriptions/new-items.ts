import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { readDiscounts } from "../discounts/given";
import { replaceDiscounts } from "../discounts/replace";
import type { Period } from "../periods";
import { costOf, type RecurringPrice } from "../price";
import { taxRatesOf } from "../tax/rates";
import { givenPrice } from "./given-price";

type ItemParams = NonNullable<ParamsOf<"subscriptions.create">["items"]>[number];

/** What an item of a subscription is to be. */
export type ItemStart = {
  /** The id an item is to have that isn't there yet, where something refers to it before. */
  readonly id?: string;
  readonly price: RecurringPrice;
  readonly quantity: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** As given; absent where an item that is there keeps its own. */
  readonly discounts?: ItemParams["discounts"];
  readonly taxRates?: readonly string[];
  /** Where in the request it is. */
  readonly param: string;
};

const MOST_ITEMS = 20;

type Reading = {
  /** Where in the request they are. */
  readonly param?: string;
  /** The currency asked for; without one, the prices' own. */
  readonly currency?: string | undefined;
};

/**
 * Reads the items of a new subscription and the currency they share; refuses none, too many, the same price
 * twice and a mix of currencies.
 */
export function readItems(
  work: Work,
  params: readonly ItemParams[] | undefined,
  { param = "items", currency }: Reading = {},
): { readonly items: readonly ItemStart[]; readonly currency: string } {
  if (!params) throw missingParam(param);
  refuseTooMany(params.length, param);
  const items = params.map((item, position) =>
    readItem(work, item, currency?.toLowerCase(), `${param}[${position}]`),
  );
  refuseSamePrice(items.map(({ price }) => price.id));
  return { items, currency: sharedCurrency(items) };
}

/** Refuses more items than a subscription may have. */
export function refuseTooMany(count: number, param = "items"): void {
  if (count <= MOST_ITEMS) return;
  throw invalidRequest(`The maximum number of items (prices) per subscription is ${MOST_ITEMS}.`, { param });
}

/** @throws StripeError where one price is among the items twice */
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
  start: ItemStart,
  period: Period,
  created: number,
): Held<"subscription_item"> {
  const { price, quantity, metadata } = start;
  const id = start.id ?? work.newId("subscription_item");
  const blank = { id, discounts: [], subscription };
  return work.store.put("subscription_item", {
    id,
    object: "subscription_item",
    billing_thresholds: null,
    created,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: itemDiscounts(work, blank, start),
    metadata,
    plan: price.id,
    price: price.id,
    ...(price.recurring.usage_type === "metered" ? {} : { quantity }),
    subscription,
    tax_rates: start.taxRates ?? [],
  });
}

function readItem(work: Work, params: ItemParams, currency: string | undefined, param: string): ItemStart {
  return {
    price: givenPrice(work, params, param, currency),
    quantity: params.quantity ?? 1,
    metadata: mergeMetadata(null, params.metadata),
    ...givenTerms(work, params, param),
  };
}

/** What a request says about an item's discounts and taxes. */
export function givenTerms(
  work: Work,
  { discounts, tax_rates: rates }: Pick<ItemParams, "discounts" | "tax_rates">,
  param: string,
): Pick<ItemStart, "discounts" | "param" | "taxRates"> {
  return {
    param,
    ...(discounts === undefined ? {} : { discounts }),
    ...(rates === undefined ? {} : { taxRates: taxRatesOf(work, rates || [], `${param}[tax_rates]`) }),
  };
}

/** The discounts of an item after a request: those asked for in the place of its own, where any were. */
export function itemDiscounts(
  work: Work,
  item: Pick<Held<"subscription_item">, "discounts" | "id" | "subscription">,
  { discounts: given, param, price, quantity }: ItemStart,
): readonly string[] {
  if (given === undefined) return item.discounts;
  const {
    id,
    customer: owner,
    currency,
    test_clock: clock,
  } = work.store.must("subscription", item.subscription);
  const customer = work.store.must("customer", owner);
  const purchase = { customer, currency, amount: costOf(price, quantity) };
  const starts = readDiscounts(work, given || [], purchase, `${param}[discounts]`);
  const now = work.now(clock);
  const target = { clock, customer: owner, now, subscription: id, subscription_item: item.id };
  return replaceDiscounts(work, item, starts, target);
}

function sharedCurrency(items: readonly ItemStart[]): string {
  const [currency, ...others] = new Set(items.map(({ price }) => price.currency));
  if (currency === undefined) throw missingParam("items");
  if (others.length === 0) return currency;
  throw invalidRequest("All prices on a subscription must have the same currency.", { param: "items" });
}
