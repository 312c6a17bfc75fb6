import type { FeatureKey } from "@/billing.config";
import type { Interval } from "@/lib/billing/config";

export type PlanPrice = {
  /** What a link to the checkout carries: `/checkout?price=<key>`. The lookup key, or the id of a price without one. */
  key: string;
  /** Minor units of `currency`, for one `interval`. */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  interval: Interval;
};

export type Plan = {
  productId: string;
  name: string;
  description: string | null;
  /** In the order of billing.config.ts; `name` is Stripe's. */
  features: { key: FeatureKey; name: string }[];
  /** At most one price an interval. */
  prices: Partial<Record<Interval, PlanPrice>>;
};
