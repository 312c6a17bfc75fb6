import fc from "fast-check";
import type Stripe from "stripe";
import type { InProcess } from "./in-process";

/** A subscription somebody may have: its price, what is off it, what is added to it. */
export interface Bought {
  /** Minor units, as those below. */
  readonly unitAmount: number;
  readonly quantity: number;
  readonly interval: "month" | "week" | "year";
  readonly coupon: null | {
    readonly duration: "forever" | "once" | "repeating";
    readonly off: { readonly amount: number } | { readonly percent: number };
  };
  readonly tax: null | { readonly inclusive: boolean; readonly percentage: number };
  /** What the customer owes before; a credit is negative. */
  readonly balance: number;
  /** Costs beside the subscription, or what is given. */
  readonly extra: number;
}

const unitAmounts = fc.integer({ max: 6_000, min: 0 });
export const quantities = fc.integer({ max: 7, min: 1 });

export const boughts: fc.Arbitrary<Bought> = fc.record({
  balance: fc.integer({ max: 1_500, min: -1_500 }),
  coupon: fc.option(
    fc.record({
      duration: fc.constantFrom("forever", "once", "repeating"),
      off: fc.oneof(
        fc.record({ amount: fc.integer({ max: 4_000, min: 1 }) }),
        fc.record({ percent: fc.integer({ max: 100, min: 1 }) }),
      ),
    }),
  ),
  extra: fc.integer({ max: 900, min: -900 }),
  interval: fc.constantFrom("month", "week", "year"),
  quantity: quantities,
  tax: fc.option(fc.record({ inclusive: fc.boolean(), percentage: fc.integer({ max: 27, min: 1 }) })),
  unitAmount: unitAmounts,
});

export interface Sold {
  readonly customer: string;
  readonly product: string;
  readonly terms: {
    readonly default_tax_rates: string[];
    readonly discounts: { coupon: string }[];
    readonly items: { price: string; quantity: number }[];
  };
  price(unitAmount: number): Promise<string>;
}

/** Makes what a subscription needs; a pending item is left for its first invoice but one. */
export async function sell({ stripe }: InProcess, bought: Bought): Promise<Sold> {
  const { balance, coupon, interval, quantity, tax, unitAmount } = bought;
  const { id: customer } = await stripe.customers.create({ balance });
  const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card } });
  const { id: product } = await stripe.products.create({ name: "Reader" });
  const price = async (unit_amount: number) =>
    (await stripe.prices.create({ currency: "usd", product, recurring: { interval }, unit_amount })).id;
  return {
    customer,
    price,
    product,
    terms: {
      default_tax_rates:
        tax === null ? [] : [(await stripe.taxRates.create({ display_name: "VAT", ...tax })).id],
      discounts: coupon === null ? [] : [{ coupon: (await stripe.coupons.create(couponOf(coupon))).id }],
      items: [{ price: await price(unitAmount), quantity }],
    },
  };
}

function couponOf({ duration, off }: NonNullable<Bought["coupon"]>): Stripe.CouponCreateParams {
  return {
    duration,
    ...(duration === "repeating" ? { duration_in_months: 2 } : {}),
    ...("amount" in off ? { amount_off: off.amount, currency: "usd" } : { percent_off: off.percent }),
  };
}
