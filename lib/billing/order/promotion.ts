import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { idOf } from "../ids";

/** A promotion code that may be used for a purchase. */
export type Promotion = {
  id: string;
  /** As Stripe has it written. */
  code: string;
  /** Its coupon's name, for people; null where it has none. */
  name: string | null;
  /** Whether it lowers the first payment alone, or for how many months, or for good. */
  duration: "once" | "forever" | { months: number };
};

/** Why a code doesn't count. */
export type CodeFault =
  | { fault: "unknown" }
  | { fault: "expired" }
  | { fault: "used_up" }
  /** Withdrawn by an administrator. */
  | { fault: "withdrawn" }
  | { fault: "other_customer" }
  | { fault: "first_purchase_only" }
  /** `least`: minor units of `currency`. */
  | { fault: "below_minimum"; least: number; currency: string }
  | { fault: "other_plan" }
  | { fault: "other_currency" };

export type Buying = {
  /** Null for somebody who has never bought. */
  customer: string | null;
  product: string;
  /** Minor units of `currency`, before anything is taken off. */
  amount: number;
  currency: string;
};

/**
 * What a typed code does for a purchase, asked of Stripe at this moment; capital letters or not is the same.
 *
 * @throws Stripe's error
 * https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes
 */
export async function promotionFor(typed: string, buying: Buying): Promise<Promotion | CodeFault> {
  const { data } = await stripe().promotionCodes.list({
    code: typed,
    limit: 100,
    expand: [
      "data.promotion.coupon",
      "data.promotion.coupon.applies_to",
      "data.promotion.coupon.currency_options",
    ],
  });
  const found = data.find(({ active }) => active) ?? data[0];
  const coupon = found?.promotion.coupon;
  if (!found || !coupon || typeof coupon === "string") return { fault: "unknown" };
  const fault = faultOf(found, coupon, buying) ?? (await unlessFirst(found, buying));
  return fault ?? { id: found.id, code: found.code, name: coupon.name, duration: durationOf(coupon) };
}

function faultOf(code: Stripe.PromotionCode, coupon: Stripe.Coupon, buying: Buying): CodeFault | null {
  const { product, amount, currency } = buying;
  if (isUsedUp(code) || isUsedUp(coupon)) return { fault: "used_up" };
  if (isOver(code.expires_at) || isOver(coupon.redeem_by)) return { fault: "expired" };
  if (!code.active || !coupon.valid) return { fault: "withdrawn" };
  const owner = idOf(code.customer);
  if (owner !== null && owner !== buying.customer) return { fault: "other_customer" };
  if (coupon.applies_to && !coupon.applies_to.products.includes(product)) return { fault: "other_plan" };
  const least = minimumOf(code, currency);
  if (least !== null && amount < least) return { fault: "below_minimum", least, currency };
  const counts = coupon.amount_off === null || coupon.currency === currency;
  return counts || coupon.currency_options?.[currency] ? null : { fault: "other_currency" };
}

/** A purchase that a code has made free is one as well; a trial, of which nothing would have been due, isn't. */
async function unlessFirst(
  { restrictions }: Stripe.PromotionCode,
  { customer }: Buying,
): Promise<CodeFault | null> {
  if (!restrictions.first_time_transaction || customer === null) return null;
  const [charges, invoices] = await Promise.all([
    stripe().charges.list({ customer, limit: 100 }),
    stripe().invoices.list({ customer, status: "paid", limit: 100 }),
  ]);
  const paid =
    charges.data.some(({ status }) => status === "succeeded") ||
    invoices.data.some(({ subtotal }) => subtotal > 0);
  return paid ? { fault: "first_purchase_only" } : null;
}

function minimumOf({ restrictions }: Stripe.PromotionCode, currency: string): number | null {
  if (restrictions.minimum_amount_currency === currency) return restrictions.minimum_amount;
  return restrictions.currency_options?.[currency]?.minimum_amount ?? null;
}

function isUsedUp({ max_redemptions: most, times_redeemed: times }: Stripe.PromotionCode | Stripe.Coupon) {
  return most !== null && times >= most;
}

function isOver(time: number | null): boolean {
  return time !== null && time * 1000 <= Date.now();
}

function durationOf({ duration, duration_in_months: months }: Stripe.Coupon): Promotion["duration"] {
  if (duration === "repeating") return { months: months ?? 1 };
  return duration === "forever" ? "forever" : "once";
}

/** Whether Stripe has refused the code that a subscription was to be made with: it was used up or withdrawn a moment ago. */
export function isRefusedCode(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.param?.startsWith("discounts") === true
  );
}
