import type { FeatureKey } from "@/billing.config";

/** A feature of a product that one live item of a subscription is for. */
export type SubscriptionFact = {
  source: "subscription";
  feature: string;
  subscriptionId: string;
  status: string;
  cancelAt: Date | null;
  cancelAtPeriodEnd: boolean;
  /** The item's: a subscription has no period of its own. */
  periodStart: Date | null;
  periodEnd: Date | null;
  /** When the oldest invoice that is still open was made. */
  unpaidSince: Date | null;
  /** All that is owed is what was used: the plan itself is paid for its running period. */
  owesUseAlone: boolean;
  /** No payments are collected, because its owner has paused it. */
  paused: boolean;
  /** An invoice for the running period is paid; one of use alone is none. */
  paid: boolean;
  /** All that was paid for the running period was given back, but for what was used. */
  refunded: boolean;
  /** A payment for the running period was lost in a dispute. */
  lostDispute: boolean;
  endedAt: Date | null;
  /** It ends, or rests, with its trial: there is no card to go on with. */
  endsWithTrial: boolean;
};

/** A feature opened by us: given, or bought once. */
export type GrantFact = { source: "grant"; feature: string; endsAt: Date | null; boughtOn: Date | null };

/** A feature of something bought once whose money was given back. */
type ReturnFact = { source: "return"; feature: string; returnedOn: Date };

export type AccessFact = SubscriptionFact | GrantFact | ReturnFact;

/** Why a feature is open. */
export type AccessReason =
  /** A subscription in good standing. */
  | "subscription"
  /** A subscription in its trial. */
  | "trial"
  /** A subscription that ends at `until`. */
  | "ending"
  /** A subscription whose pause begins at `until`. */
  | "pausing"
  /** A subscription whose renewal failed, while it may still be paid: until `until`. */
  | "grace"
  /** Bought once. */
  | "bought"
  /** Given by us. */
  | "grant";

export type OpenFeature = {
  feature: FeatureKey;
  reason: AccessReason;
  /** When it closes if nothing else happens; null: not before something happens. */
  until: Date | null;
  /** When the trial ends that opens it, and the first payment is due. */
  trialEnds?: Date;
  /** When it was bought. */
  boughtOn?: Date;
};

/** Why a feature is closed that its owner's subscription, or purchase, would open otherwise. */
export type ClosedReason =
  /** What was paid for it was given back. */
  | "refunded"
  /** Its payment was lost in a dispute. */
  | "lost_dispute"
  /** Its owner has paused it. */
  | "paused"
  /** It isn't paid, and the days of grace are over. */
  | "unpaid"
  /** Its trial is over, and there was no card to go on with. */
  | "trial_over"
  /** It was bought once, and what was paid for it was given back. */
  | "returned"
  /** It has ended. */
  | "ended";

export type ClosedFeature = {
  feature: FeatureKey;
  reason: ClosedReason;
  /** Since when, where that is a day to name. */
  since: Date | null;
};
