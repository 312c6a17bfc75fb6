import type Stripe from "stripe";
import type { CouponConfig } from "@/lib/billing/config";
import { unlessMissing } from "@/lib/billing/missing";
import { formatMoney } from "@/lib/money";
import { stripe } from "@/lib/stripe/client";
import type { Change } from "./change";
import { codeChanges } from "./codes";

/**
 * What is to be done so that Stripe has a coupon and its codes, by id. What it takes off can't be changed at Stripe, nor may
 * it be from here: people hold it.
 */
export async function couponChanges(id: string, wanted: CouponConfig): Promise<Change[]> {
  const found = await unlessMissing(() => stripe().coupons.retrieve(id));
  const codes = await codeChanges(id, wanted.codes ?? [], found !== null);
  if (!found) {
    const make = async () => {
      await stripe().coupons.create({ id, name: wanted.name, ...termsOf(wanted) });
    };
    return [{ says: `create coupon ${id}: ${describe(wanted)}`, make }, ...codes];
  }
  if (!isSame(found, wanted)) {
    const says = `coupon ${id} isn't ${describe(wanted)} at Stripe: give what you want another id`;
    return [{ says, make: null }, ...codes];
  }
  if (found.name === wanted.name) return codes;
  const make = async () => {
    await stripe().coupons.update(id, { name: wanted.name });
  };
  return [{ says: `update coupon ${id}: ${wanted.name}`, make }, ...codes];
}

function termsOf({ off, duration }: CouponConfig) {
  return {
    ...("percent" in off ? { percent_off: off.percent } : { amount_off: off.amount, currency: off.currency }),
    ...(typeof duration === "string"
      ? { duration }
      : { duration: "repeating" as const, duration_in_months: duration.months }),
  };
}

function isSame(found: Stripe.Coupon, wanted: CouponConfig): boolean {
  const given: Readonly<Record<string, unknown>> = { ...found };
  return Object.entries(termsOf(wanted)).every(([field, value]) => given[field] === value);
}

function describe({ off, duration }: CouponConfig): string {
  const amount = "percent" in off ? `${off.percent} %` : formatMoney(off.amount, off.currency);
  return `${amount} off, ${typeof duration === "string" ? duration : `${duration.months} months`}`;
}
