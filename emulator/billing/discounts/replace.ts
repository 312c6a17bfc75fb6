import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { dropDiscount } from "./end";
import type { DiscountStart } from "./given";
import { startDiscounts, type Target } from "./start";

/**
 * Puts the discounts asked for in the place of those a subscription or item has. Emits
 * `customer.discount.deleted` for each that goes and `customer.discount.created` for each that comes.
 */
export function replaceDiscounts(
  work: Work,
  holder: Pick<Held<"subscription"> | Held<"subscription_item">, "discounts">,
  starts: readonly DiscountStart[],
  target: Target,
): readonly string[] {
  const kept = new Set(starts.flatMap((start) => ("kept" in start ? [start.kept] : [])));
  for (const id of holder.discounts.filter((present) => !kept.has(present))) {
    const discount = work.store.must("discount", id);
    dropDiscount(work, discount);
    work.emit("customer.discount.deleted", discount);
  }
  return startDiscounts(work, starts, target);
}
