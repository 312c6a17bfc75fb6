import { invalidRequest, missingParam, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { inCurrency, priceOfItem, type RecurringPrice } from "../price";
import { givenPrice, namesPrice } from "./given-price";
import { givenTerms, type ItemStart, refuseSamePrice, refuseTooMany } from "./new-items";
import { itemsOf } from "./period";

type Item = Held<"subscription_item">;
type ItemParams = NonNullable<ParamsOf<"subscriptions.update">["items"]>[number];

/** One item before and after an update; null where there was none, or is none any more. */
export type ItemChange = {
  readonly before: Item | null;
  readonly after: ItemStart | null;
};

/** Reads `items` of an update; refuses items of other subscriptions, a price twice, and an empty subscription. */
export function readItemChanges(
  work: Work,
  subscription: Held<"subscription">,
  params: readonly ItemParams[],
): readonly ItemChange[] {
  const changes = params.map((item, position) => readChange(work, subscription, item, `items[${position}]`));
  refuseTwice(params);
  const touched = new Set(changes.map(({ before }) => before?.id));
  const untouched = itemsOf(work, subscription).filter(({ id }) => !touched.has(id));
  const left = changes.flatMap(({ after }) => (after ? [after.price] : []));
  if (untouched.length + left.length === 0) {
    throw invalidRequest("A subscription must have at least one active plan.", { param: "items" });
  }
  refuseTooMany(untouched.length + left.length);
  refuseSamePrice([...untouched.map(({ price }) => price), ...left.map(({ id }) => id)]);
  if (left.some(({ currency }) => currency !== subscription.currency)) {
    throw invalidRequest("All prices on a subscription must have the same currency.", { param: "items" });
  }
  return changes;
}

/** An item is changed once by a request: it can't become two things. */
function refuseTwice(params: readonly ItemParams[]): void {
  const ids = params.map(({ id }) => id);
  const again = ids.findIndex((id, position) => id !== undefined && ids.indexOf(id) !== position);
  if (again < 0) return;
  throw invalidRequest(`The subscription item ${ids[again]} is given twice.`, {
    param: `items[${again}][id]`,
  });
}

/** Whether a change alters what is billed, and not only what is noted beside it. */
export function alters({ before, after }: ItemChange): boolean {
  return before?.price !== after?.price.id || (before?.quantity ?? 0) !== after?.quantity;
}

function readChange(
  work: Work,
  subscription: Held<"subscription">,
  params: ItemParams,
  param: string,
): ItemChange {
  const before = params.id === undefined ? null : work.store.get("subscription_item", params.id);
  if (before === undefined || (before !== null && before.subscription !== subscription.id)) {
    throw missingReference("subscription item", params.id ?? "", `${param}[id]`);
  }
  if (params.deleted) return { before, after: null };
  const price = priceGiven(work, subscription.currency, before, params, param);
  const quantity = params.quantity ?? before?.quantity ?? 1;
  return {
    before,
    after: {
      ...(before === null ? { id: work.newId("subscription_item") } : {}),
      price,
      quantity,
      metadata: mergeMetadata(before?.metadata ?? null, params.metadata),
      ...givenTerms(work, params, param),
    },
  };
}

function priceGiven(
  work: Work,
  currency: string,
  before: Item | null,
  params: ItemParams,
  param: string,
): RecurringPrice {
  const given = params.price ?? params.plan;
  if (namesPrice(params) && (given === undefined || given !== before?.price)) {
    const price = givenPrice(work, params, param, undefined);
    return price.currency_options?.[currency] ? inCurrency(price, currency, param) : price;
  }
  if (before === null) throw missingParam(`${param}[price]`);
  return priceOfItem(work, before);
}
