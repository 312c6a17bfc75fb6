import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { couponOf } from "./coupon";
import { dropDiscount } from "./end";

/** Those of the discounts that still count at a time (unix seconds). */
export function runningDiscounts(work: Work, ids: readonly string[], now: number): readonly string[] {
  return ids.filter((id) => {
    const { end } = work.store.must("discount", id);
    return end === null || end > now;
  });
}

/** Takes the discounts that serve once off what has them, when this invoice has used them. */
export function spendOnce(work: Work, invoice: Held<"invoice">): void {
  for (const { discount: id, amount } of invoice.total_discount_amounts ?? []) {
    if (amount > 0 && couponOf(work, id)?.duration === "once")
      dropDiscount(work, work.store.must("discount", id));
  }
}
