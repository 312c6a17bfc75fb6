/** What billing.config.ts may state. */

export type Interval = "month" | "year";

export type FeatureConfig = {
  /** For operators, in Stripe's dashboard, and for the list of what a plan holds. */
  name: string;
};

export type PriceConfig = {
  /** How code, links and Stripe's dashboard speak of this price; its Stripe id may change, this doesn't. */
  lookupKey: string;
  /** In the currency's minor unit. */
  amount: number;
  /** ISO 4217 in lower case, as Stripe writes it. */
  currency: string;
  interval: Interval;
};

export type PlanConfig<Feature extends string> = {
  /** Names the product at Stripe for good (`gatehouse_<key>`); `name` is free to change. */
  key: string;
  name: string;
  description: string;
  features: readonly Feature[];
  prices: readonly PriceConfig[];
};

export type BillingConfig<Feature extends string> = {
  plans: readonly PlanConfig<Feature>[];
  graceDays: number;
  closedBy: { fullRefund: boolean; lostDispute: boolean };
  pause: { mostPeriods: number };
};
