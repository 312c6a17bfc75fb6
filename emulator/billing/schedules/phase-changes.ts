import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import { isRecurring } from "../price";
import type { ItemChange } from "../subscriptions/item-changes";
import type { ItemStart } from "../subscriptions/new-items";
import { itemsOf } from "../subscriptions/period";
import type { Phase } from "./phase";
import { givenDiscounts, sameDiscounts } from "./phase-discounts";

type Item = Held<"subscription_item">;
type PhaseItem = Phase["items"][number];

/**
 * What must change for a subscription to have a phase's items. An item keeps its place when the phase has its
 * price; those left over take on the prices left over, in their order, and the rest comes or goes.
 */
export function phaseChanges(
  work: Work,
  subscription: Held<"subscription">,
  phase: Phase,
  previous: Phase | null,
): readonly ItemChange[] {
  const present = itemsOf(work, subscription);
  const wanted = new Set(phase.items.map(({ price }) => price));
  const free = present.filter(({ price }) => !wanted.has(price));
  const changes = phase.items.map((item) => {
    const before = present.find(({ price }) => price === item.price) ?? free.shift() ?? null;
    const former = previous?.items.find(({ price }) => price === item.price);
    return { before, after: afterwards(work, before, item, former) };
  });
  return [...changes, ...free.map((before) => ({ before, after: null }))];
}

function afterwards(
  work: Work,
  before: Item | null,
  item: PhaseItem,
  former: PhaseItem | undefined,
): ItemStart {
  const price = work.store.must("price", item.price);
  if (!isRecurring(price)) throw new Error(`A phase has the one-time price ${price.id}`);
  const untouched = former !== undefined && sameDiscounts(former.discounts, item.discounts);
  return {
    ...(before === null ? { id: work.newId("subscription_item") } : {}),
    metadata: mergeMetadata(before?.metadata ?? null, item.metadata ?? {}),
    param: "items",
    price,
    quantity: item.quantity ?? 1,
    taxRates: item.tax_rates ?? [],
    ...(untouched ? {} : { discounts: givenDiscounts(item.discounts) }),
  };
}
