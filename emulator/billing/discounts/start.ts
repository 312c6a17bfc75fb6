import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { periodEnd } from "../periods";
import { countRedemption } from "./coupon";
import type { DiscountStart } from "./given";
import { countPromotion } from "./promotion";

type Discount = Held<"discount">;

/** What a discount is for. */
export type Target = {
  readonly customer: string | null;
  readonly now: number;
  readonly clock: string | null;
} & Partial<Pick<Discount, "invoice" | "invoice_item" | "subscription" | "subscription_item">>;

/**
 * Makes the discounts that were asked for and gives the ids of all of them, those that were there already
 * among them. Emits `customer.discount.created` for each new one that a customer has.
 */
export function startDiscounts(
  work: Work,
  starts: readonly DiscountStart[],
  target: Target,
): readonly string[] {
  return starts.map((start) => ("kept" in start ? start.kept : startDiscount(work, start, target).id));
}

function startDiscount(
  work: Work,
  { coupon, promotion }: Exclude<DiscountStart, { kept: string }>,
  { now, clock, ...target }: Target,
): Discount {
  const end = endOf(coupon, now);
  const discount = work.store.put("discount", {
    id: work.newId("discount"),
    object: "discount",
    checkout_session: null,
    customer_account: null,
    end,
    invoice: null,
    invoice_item: null,
    promotion_code: promotion,
    source: { coupon: coupon.id, type: "coupon" },
    start: now,
    subscription: null,
    subscription_item: null,
    ...target,
  });
  countRedemption(work, coupon.id, now);
  if (promotion !== null) countPromotion(work, promotion);
  if (end !== null) work.schedule({ at: end, clock, name: "discount.end", subject: discount.id });
  if (discount.invoice === null && discount.invoice_item === null) {
    work.emit("customer.discount.created", discount);
  }
  return discount;
}

/** When a discount of so many months is over; null for one that lasts, or that serves once. */
function endOf(coupon: Held<"coupon">, now: number): number | null {
  if (coupon.duration !== "repeating") return null;
  return periodEnd(now, { interval: "month", count: coupon.duration_in_months ?? 1 });
}
