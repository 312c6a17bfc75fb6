import { sql } from "drizzle-orm";
import { boolean, text } from "drizzle-orm/pg-core";
import { derived, mirrorTable, stripeSchema } from "./mirror-table";

export const features = mirrorTable(
  "features",
  { lookupKey: derived.text("lookup_key"), name: derived.text("name"), active: derived.boolean("active") },
  ["lookupKey"],
);

/**
 * A product's features, one document per product (id: the product's), because Stripe lists them by
 * product and tells of no change to a single one.
 */
export const productFeatureLists = mirrorTable("product_feature_lists", {});

/** A customer's active entitlements, one document per customer (id: the customer's). */
export const entitlementSummaries = mirrorTable("entitlement_summaries", {});

/** One row per feature attached to a product. */
export const productFeatures = stripeSchema
  .view("product_features", {
    id: text().notNull(),
    product: text().notNull(),
    feature: text().notNull(),
    lookupKey: text("lookup_key").notNull(),
    featureActive: boolean("feature_active").notNull(),
  })
  .as(
    sql.raw(`
    select f ->> 'id' as id, l.id as product, f #>> '{entitlement_feature,id}' as feature,
      f #>> '{entitlement_feature,lookup_key}' as lookup_key,
      (f #>> '{entitlement_feature,active}')::boolean as feature_active
    from stripe.product_feature_lists l cross join lateral jsonb_array_elements(l.data #> '{features}') f
    where l.deleted_at is null`),
  );

/** One row per feature that a customer holds now. */
export const activeEntitlements = stripeSchema
  .view("active_entitlements", {
    id: text().notNull(),
    customer: text().notNull(),
    feature: text().notNull(),
    lookupKey: text("lookup_key").notNull(),
  })
  .as(
    sql.raw(`
    select e ->> 'id' as id, s.id as customer, e ->> 'feature' as feature, e ->> 'lookup_key' as lookup_key
    from stripe.entitlement_summaries s
    cross join lateral jsonb_array_elements(s.data #> '{entitlements,data}') e
    where s.deleted_at is null`),
  );
