import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";

type Discount = Held<"discount">;

/** The months of a discount are over. Emits `customer.discount.deleted` and the subscription's change. */
export function endDiscount(work: Work, { subject }: Job): void {
  const discount = work.store.get("discount", subject);
  const subscription = work.store.get("subscription", discount?.subscription ?? "");
  if (!discount || !subscription) return;
  const before = work.snapshot(subscription);
  if (!dropDiscount(work, discount)) return;
  work.emit("customer.discount.deleted", discount);
  work.emit("customer.subscription.updated", work.store.must("subscription", subscription.id), before);
}

/** Takes a discount off the subscription or item that has it, and says whether one did. Invoices keep it. */
export function dropDiscount(work: Work, discount: Discount): boolean {
  const item = work.store.get("subscription_item", discount.subscription_item ?? "");
  const subscription = work.store.get("subscription", discount.subscription ?? "");
  const without = (ids: readonly string[]) => ids.filter((id) => id !== discount.id);
  if (item?.discounts.includes(discount.id)) {
    work.store.update("subscription_item", item.id, { discounts: without(item.discounts) });
    return true;
  }
  if (!subscription?.discounts.includes(discount.id)) return false;
  work.store.update("subscription", subscription.id, { discounts: without(subscription.discounts) });
  return true;
}
