import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { ENTITLES } from "./status";

type Entitlement = Held<"entitlements.active_entitlement">;

const SUMMARY_LENGTH = 10;

/**
 * Makes the customer's active entitlements those of the products they are subscribed to, and emits
 * `entitlements.active_entitlement_summary.updated` when that changes them.
 * https://docs.stripe.com/billing/entitlements
 */
export function refreshEntitlements(work: Work, customer: string): void {
  const present = work.store.list("entitlements.active_entitlement", "customer", customer);
  const before = summary(work, customer, present);
  const deserved = deservedFeatures(work, customer);
  for (const entitlement of present) {
    if (!deserved.has(entitlement.feature))
      work.store.delete("entitlements.active_entitlement", entitlement.id);
  }
  const held = new Set(present.map(({ feature }) => feature));
  for (const feature of deserved) if (!held.has(feature)) grant(work, customer, feature);
  const now = work.store.list("entitlements.active_entitlement", "customer", customer);
  const same = now.length === present.length && now.every(({ feature }) => held.has(feature));
  if (same) return;
  work.emit("entitlements.active_entitlement_summary.updated", summary(work, customer, now), before);
}

function deservedFeatures(work: Work, customer: string): ReadonlySet<string> {
  const products = work.store
    .list("subscription", "customer", customer)
    .filter(({ status }) => ENTITLES[status])
    .flatMap(({ items }) => items)
    .map((id) => work.store.must("subscription_item", id).price)
    .map((price) => work.store.must("price", price).product);
  return new Set(
    products
      .flatMap((product) => work.store.list("product_feature", "product", product))
      .map((attached) => attached.entitlement_feature),
  );
}

function grant(work: Work, customer: string, feature: string): void {
  work.store.put("entitlements.active_entitlement", {
    id: work.newId("active_entitlement"),
    object: "entitlements.active_entitlement",
    customer,
    feature,
    livemode: false,
    lookup_key: work.store.must("entitlements.feature", feature).lookup_key,
  });
}

function summary(work: Work, customer: string, entitlements: readonly Entitlement[]) {
  return {
    object: "entitlements.active_entitlement_summary",
    customer,
    entitlements: {
      object: "list",
      data: entitlements.slice(0, SUMMARY_LENGTH).map((entitlement) => work.snapshot(entitlement)),
      has_more: entitlements.length > SUMMARY_LENGTH,
      url: `/v1/customers/${customer}/entitlements`,
    },
    livemode: false,
  };
}
