import type Stripe from "stripe";
import { idOf } from "../ids";
import { upcoming } from "../subscription/upcoming";

/** What a trial's end charges; amounts in minor units of `currency`, with seats, discounts and taxes. */
export type PaymentAfterTrial = {
  currency: string;
  /** 0 where credit or a discount covers it. */
  first: number;
  /** What is charged again and again, once what lowers or raises the first payments is over; without what is used. */
  later: number;
  /** That a discount lowers the first payment, and perhaps some after it, and ends. */
  discounted: boolean;
};

/**
 * What is charged for a plan when its trial ends and afterwards, as Stripe counts it at this moment; null where Stripe says
 * that nothing is.
 *
 * @param subscription one in its trial
 * @throws Stripe's error
 * https://docs.stripe.com/api/invoices/create_preview
 */
export async function paymentAfterTrial(subscription: string): Promise<PaymentAfterTrial | null> {
  const next = await upcoming({ subscription, expand: ["total_discount_amounts.discount.source.coupon"] });
  if (!next) return null;
  const { amount_due: first, currency, total_discount_amounts } = next;
  const discounts = (total_discount_amounts ?? []).filter(({ amount }) => amount > 0);
  const lasting = discounts.filter(isLasting);
  const kept = lasting.flatMap(({ discount }) => idOf(discount) ?? []).map((discount) => ({ discount }));
  const again = await upcoming({
    subscription,
    preview_mode: "recurring",
    discounts: kept.length > 0 ? kept : "",
  });
  const discounted = lasting.length < discounts.length;
  return again && { currency, first, later: again.total, discounted };
}

/** https://docs.stripe.com/api/coupons/object#coupon_object-duration */
function isLasting({ discount }: Stripe.Invoice.TotalDiscountAmount): boolean {
  const coupon = typeof discount === "string" ? null : discount.source.coupon;
  return coupon !== null && typeof coupon !== "string" && coupon.duration === "forever";
}
