import type Stripe from "stripe";
import type { AmountConfig, Interval } from "@/lib/billing/config";
import { formatMoney } from "@/lib/money";

/** A price as billing.config.ts wants it. Without `interval` it is paid once. */
export type WantedPrice = AmountConfig & {
  /** Our key of its product. */
  product: string;
  interval?: Interval;
  /** For what is counted while it is used: its meter's key, and how many cost nothing. */
  metered?: { meter: string; included: number };
};

/** Its amounts by currency, its own currency first. */
export function amountsOf({ amount, currency, currencies = {} }: WantedPrice): [string, number][] {
  return [[currency, amount], ...Object.entries(currencies)];
}

/** "$9.00 or €9.00 every month". */
export function describePrice(wanted: WantedPrice): string {
  const amounts = amountsOf(wanted).map(([currency, amount]) => formatMoney(amount, currency));
  const how = wanted.interval ? ` every ${wanted.interval}` : " once";
  const free = wanted.metered?.included ? `, ${wanted.metered.included} free` : "";
  return `${amounts.join(" or ")}${wanted.metered ? " each, billed" : ""}${how}${free}`;
}

type Amount = Pick<Stripe.PriceCreateParams, "unit_amount">;
type Tiered = { tiers: Stripe.PriceCreateParams.Tier[] };

/** One currency's amount in the form in which a price takes it: so many free units are a tier of their own. */
export function termsOf({ metered }: WantedPrice, amount: number): Amount | Tiered {
  if (!metered?.included) return { unit_amount: amount };
  return {
    tiers: [
      { up_to: metered.included, unit_amount: 0 },
      { up_to: "inf", unit_amount: amount },
    ],
  };
}

type Told = Pick<Stripe.Price.CurrencyOptions, "unit_amount" | "tiers">;

/** Whether a price at Stripe costs in one currency what is wanted there. */
export function isSameAmount(told: Told, wanted: WantedPrice, amount: number): boolean {
  const terms = termsOf(wanted, amount);
  if (!("tiers" in terms)) return told.unit_amount === amount && !told.tiers;
  const steps = told.tiers?.map(({ up_to, unit_amount }) => [up_to ?? "inf", unit_amount]);
  return (
    JSON.stringify(steps) ===
    JSON.stringify(terms.tiers.map(({ up_to, unit_amount }) => [up_to, unit_amount]))
  );
}
