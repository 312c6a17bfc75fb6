import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import type { Reduction } from "./amounts";

type Coupon = Held<"coupon">;

/** Whether a coupon may still be redeemed at a time (unix seconds). */
export function isRedeemable(coupon: Coupon, now: number): boolean {
  const inTime = coupon.redeem_by === null || now < coupon.redeem_by;
  return inTime && (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions);
}

/** The coupon a discount was made of, deleted or not. */
export function couponOf(work: Work, discount: string): Coupon | undefined {
  const { former, source } = work.store.must("discount", discount);
  return former ?? work.store.get("coupon", source.coupon ?? "");
}

/** What a coupon takes off in a currency, or null where it has no amount in it. */
export function reductionOf(coupon: Coupon, currency: string): Reduction | null {
  if (coupon.percent_off !== null) return { kind: "percent", percent: coupon.percent_off };
  const amount =
    coupon.currency === currency ? coupon.amount_off : coupon.currency_options?.[currency]?.amount_off;
  return amount === null || amount === undefined ? null : { kind: "amount", amount };
}

/** Counts a redemption; a coupon that is used up takes its promotion codes with it. */
export function countRedemption(work: Work, id: string, now: number): void {
  const { times_redeemed } = work.store.must("coupon", id);
  const counted = work.store.update("coupon", id, { times_redeemed: times_redeemed + 1 });
  settleValidity(work, counted, now);
}

/** A coupon's last day has come. */
export function expireCoupon(work: Work, { subject, at }: Job): void {
  const coupon = work.store.get("coupon", subject);
  if (coupon) settleValidity(work, coupon, at);
}

function settleValidity(work: Work, coupon: Coupon, now: number): void {
  const valid = isRedeemable(coupon, now);
  work.store.update("coupon", coupon.id, { valid });
  if (valid) return;
  for (const promotion of work.store.list("promotion_code", "coupon", coupon.id)) {
    if (promotion.active) work.store.update("promotion_code", promotion.id, { active: false });
  }
}
