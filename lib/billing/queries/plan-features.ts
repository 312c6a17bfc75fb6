import { inArray } from "drizzle-orm";
import type { FeatureKey } from "@/billing.config";
import { db } from "@/db/client";
import { productFeatures } from "@/db/schema/stripe/entitlements";
import { featuresAmong } from "../features";

export type PlanFeature = { key: FeatureKey; name: string };

/** What each of these products opens, in the order and with the words of billing.config.ts. */
export async function featuresByProduct(productIds: string[]): Promise<Map<string, PlanFeature[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await db
    .select({ product: productFeatures.product, key: productFeatures.lookupKey })
    .from(productFeatures)
    .where(inArray(productFeatures.product, productIds));
  const keys = new Map<string, string[]>();
  for (const { product, key } of rows) keys.set(product, [...(keys.get(product) ?? []), key]);
  return new Map([...keys].map(([product, held]) => [product, featuresAmong(held)]));
}

/** What one product opens. */
export async function planFeatures(productId: string): Promise<PlanFeature[]> {
  return (await featuresByProduct([productId])).get(productId) ?? [];
}
