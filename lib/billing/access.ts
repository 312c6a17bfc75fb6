import type { FeatureKey } from "@/billing.config";

/** Why a feature is open. */
export type AccessReason =
  /** A subscription in good standing. */
  | "subscription"
  /** A subscription in its trial. */
  | "trial"
  /** A subscription that ends at `until`. */
  | "ending"
  /** A subscription whose renewal failed, while it may still be paid: until `until`. */
  | "grace"
  /** Given by us. */
  | "grant";

export type OpenFeature = {
  feature: FeatureKey;
  reason: AccessReason;
  /** When it closes if nothing else happens; null: not before something happens. */
  until: Date | null;
};

export type Access = {
  /** Whether the feature is open now. */
  can(feature: FeatureKey): boolean;
  /** One entry a feature held, the longest-lasting reason of each. */
  features: OpenFeature[];
};
