import type { BillingConfig, FeatureConfig } from "@/lib/billing/config";

/** What a plan, or something bought once, can open. The keys are the `lookup_key`s of the features at Stripe, and what `access.can(…)` takes. */
export const features = {
  essays: { name: "Every essay" },
  workshops: { name: "Workshops with worked examples" },
  api: { name: "The library over an API, for your own tools" },
  handbook: { name: "The handbook" },
} as const satisfies Record<string, FeatureConfig>;

export type FeatureKey = keyof typeof features;

/** What is for sale. The catalogue itself lives at Stripe; `npm run stripe:setup` puts this there, and pages read the mirror. */
export const billing = {
  plans: [
    {
      key: "reader",
      name: "Reader",
      description: "For those who want to read everything.",
      features: ["essays"],
      prices: [
        {
          lookupKey: "reader_monthly",
          amount: 900,
          currency: "usd",
          currencies: { eur: 800 },
          interval: "month",
        },
        {
          lookupKey: "reader_yearly",
          amount: 9000,
          currency: "usd",
          currencies: { eur: 8000 },
          interval: "year",
        },
      ],
    },
    {
      key: "studio",
      name: "Studio",
      description: "For those who build, and want to work the examples through.",
      features: ["essays", "workshops", "api"],
      meters: ["api_calls"],
      prices: [
        {
          lookupKey: "studio_monthly",
          amount: 1900,
          currency: "usd",
          currencies: { eur: 1700 },
          interval: "month",
        },
        {
          lookupKey: "studio_yearly",
          amount: 19000,
          currency: "usd",
          currencies: { eur: 17000 },
          interval: "year",
        },
      ],
    },
    {
      key: "team",
      name: "Team",
      description: "For a few people who read and build together, a seat each.",
      features: ["essays", "workshops", "api"],
      meters: ["api_calls"],
      prices: [
        {
          lookupKey: "team_monthly",
          amount: 4900,
          currency: "usd",
          currencies: { eur: 4500 },
          interval: "month",
        },
        {
          lookupKey: "team_yearly",
          amount: 49000,
          currency: "usd",
          currencies: { eur: 45000 },
          interval: "year",
        },
      ],
      trial: { days: 14, card: "optional", withoutCard: "cancel" },
      seats: { most: 50 },
    },
  ],
  items: [
    {
      key: "handbook",
      name: "The handbook",
      description:
        "Three procedures for the days when something has to be done. Bought once, yours for good.",
      features: ["handbook"],
      price: { lookupKey: "handbook", amount: 2900, currency: "usd", currencies: { eur: 2600 } },
    },
  ],
  meters: {
    api_calls: {
      name: "API calls",
      feature: "api",
      unit: "call",
      included: 1000,
      price: { lookupKey: "api_calls_monthly", amount: 1, currency: "usd", currencies: { eur: 1 } },
    },
  },
  coupons: {
    welcome: {
      name: "20 % off your first payment",
      off: { percent: 20 },
      duration: "once",
      codes: [{ code: "WELCOME" }],
    },
    first_payment: {
      name: "The first payment is ours",
      off: { percent: 100 },
      duration: "once",
      codes: [{ code: "FIRSTFREE", firstPurchaseOnly: true }],
    },
  },
  /** Free days wait until the address is confirmed. Nobody needs to confirm it to buy a plan. */
  trials: { verifiedEmail: true },
  /** How long a subscription whose renewal failed keeps its features while Stripe tries the card again. */
  graceDays: 7,
  /**
   * What closes a plan at once though its period runs on: all that was paid for the period given back, or a payment for it
   * lost in a dispute. The next payment opens it again. The same closes what was bought once, until it is bought again.
   */
  closedBy: { fullRefund: true, lostDispute: true },
  /** For how many of its periods a subscriber may pause a monthly plan at most. */
  pause: { mostPeriods: 3 },
} as const satisfies BillingConfig<FeatureKey>;
