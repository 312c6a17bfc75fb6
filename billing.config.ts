import type { BillingConfig, FeatureConfig } from "@/lib/billing/config";

/** What a plan can open. The keys are the `lookup_key`s of the features at Stripe, and what `access.can(…)` takes. */
export const features = {
  essays: { name: "Every essay" },
  workshops: { name: "Workshops with worked examples" },
} as const satisfies Record<string, FeatureConfig>;

export type FeatureKey = keyof typeof features;

/** What is for sale. The catalogue itself lives at Stripe; `setupCatalogue()` puts this there, and pages read the mirror. */
export const billing = {
  plans: [
    {
      key: "reader",
      name: "Reader",
      description: "For those who want to read everything.",
      features: ["essays"],
      prices: [
        { lookupKey: "reader_monthly", amount: 900, currency: "usd", interval: "month" },
        { lookupKey: "reader_yearly", amount: 9000, currency: "usd", interval: "year" },
      ],
    },
    {
      key: "studio",
      name: "Studio",
      description: "For those who build, and want to work the examples through.",
      features: ["essays", "workshops"],
      prices: [
        { lookupKey: "studio_monthly", amount: 1900, currency: "usd", interval: "month" },
        { lookupKey: "studio_yearly", amount: 19000, currency: "usd", interval: "year" },
      ],
    },
  ],
  /** How long a subscription whose renewal failed keeps its features while Stripe tries the card again. */
  graceDays: 7,
  /**
   * What closes a plan at once though its period runs on: all that was paid for the period given back, or a payment for it
   * lost in a dispute. The next payment opens it again.
   */
  closedBy: { fullRefund: true, lostDispute: true },
  /** For how many of its periods a subscriber may pause a monthly plan at most. */
  pause: { mostPeriods: 3 },
} as const satisfies BillingConfig<FeatureKey>;
