/** What billing.config.ts may state. Amounts are in the currency's minor unit; currencies are ISO 4217 in lower case. */

export type Interval = "month" | "year";

export type FeatureConfig = {
  /** For operators, in Stripe's dashboard, and for the list of what a plan holds. */
  name: string;
};

/** An amount, and the same price for those who pay in another currency. */
export type AmountConfig = {
  /** How code, links and Stripe's dashboard speak of this price; its Stripe id may change, this doesn't. */
  lookupKey: string;
  amount: number;
  currency: string;
  /** Amounts by further currencies: https://docs.stripe.com/products-prices/how-products-and-prices-work#multiple-currencies */
  currencies?: Readonly<Record<string, number>>;
};

type PriceConfig = AmountConfig & { interval: Interval };

/** Days before the first payment. One trial a person, whichever plan it is of. */
export type TrialConfig = {
  days: number;
  /** Whether a card is asked for first. Without one, the trial ends as `withoutCard` says. */
  card: "required" | "optional";
  /** https://docs.stripe.com/billing/subscriptions/trials/free-trials#create-free-trials-without-payment */
  withoutCard: "cancel" | "pause";
};

export type PlanConfig<Feature extends string, Meter extends string = string> = {
  /** Names the product at Stripe for good (`gatehouse_<key>`); `name` is free to change. */
  key: string;
  name: string;
  description: string;
  features: readonly Feature[];
  prices: readonly PriceConfig[];
  trial?: TrialConfig;
  /** How many seats one subscription may have; without it, one. */
  seats?: { most: number };
  /** What is counted beside it, and billed by the month whatever the plan's own period: keys of `meters`. */
  meters?: readonly Meter[];
};

/** Something bought once, by one payment, that opens its features for good. */
type ItemConfig<Feature extends string> = {
  /** Names the product at Stripe for good (`gatehouse_<key>`). */
  key: string;
  name: string;
  description: string;
  features: readonly Feature[];
  price: AmountConfig;
};

/** What is counted while it is used, and billed at the end of each period. Its key is the meter's `event_name` at Stripe. */
export type MeterConfig<Feature extends string> = {
  name: string;
  /** What is used where it counts: closed while a bill of use isn't paid, though the rest of the plan is. */
  feature: Feature;
  /** What one of them is called, for people: "call". */
  unit: string;
  /** So many a period cost nothing. */
  included: number;
  /** What each one beyond costs. */
  price: AmountConfig;
};

export type CouponConfig = {
  name: string;
  off: { percent: number } | { amount: number; currency: string };
  /** `once`: the first invoice; a number: so many months. https://docs.stripe.com/billing/subscriptions/coupons */
  duration: "once" | "forever" | { months: number };
  codes?: readonly CodeConfig[];
};

/** What people type at the checkout. Where a code is changed at Stripe, Stripe's word counts. */
export type CodeConfig = {
  code: string;
  firstPurchaseOnly?: boolean;
  /** What the purchase must come to, before anything is taken off. */
  minimum?: { amount: number; currency: string };
};

/** Who may have free days. One trial a person, known again by their account, their address and their cards. */
type TrialsConfig = {
  /** Whether free days wait until somebody has confirmed their address; without it, an address counts as it was typed. */
  verifiedEmail: boolean;
};

export type BillingConfig<Feature extends string, Meter extends string = string> = {
  plans: readonly PlanConfig<Feature, Meter>[];
  items?: readonly ItemConfig<Feature>[];
  meters?: Readonly<Record<Meter, MeterConfig<Feature>>>;
  /** By their ids at Stripe. */
  coupons?: Readonly<Record<string, CouponConfig>>;
  /** Stripe Tax works taxes out where it is switched on (https://docs.stripe.com/tax); fixed rates are for who needs but one. */
  tax?: { automatic: true } | { rates: readonly string[] };
  /** Where people pay: in our page, or on Stripe's. A link may ask for the other: `/checkout?price=…&on=stripe`. */
  checkout?: "here" | "stripe";
  trials?: TrialsConfig;
  graceDays: number;
  closedBy: { fullRefund: boolean; lostDispute: boolean };
  pause: { mostPeriods: number };
};
