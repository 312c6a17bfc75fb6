import type { Document } from "@/db/schema/stripe/mirror-table";

/** A product's features, which Stripe only lists, as one document of ours. */
export function productFeatureList(product: string, features: readonly unknown[]): Document {
  return { id: product, object: "product_feature_list", features };
}

/**
 * A customer's active entitlements in the shape in which an event carries them.
 * https://docs.stripe.com/api/entitlements/active-entitlement-summary
 */
export function entitlementSummary(customer: string, entitlements: readonly unknown[]): Document {
  return {
    id: customer,
    object: "entitlements.active_entitlement_summary",
    customer,
    entitlements: { object: "list", data: entitlements, has_more: false },
  };
}
