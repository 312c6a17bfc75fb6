import type { FeatureKey } from "@/billing.config";
import { productId } from "../catalogue/product-id";
import type { PlanConfig } from "../config";
import { configured } from "../configured";

/** What billing.config.ts states of the plan that a product at Stripe is; undefined for one it doesn't speak of. */
export function planOf(product: string): PlanConfig<FeatureKey> | undefined {
  return configured.plans.find(({ key }) => productId(key) === product);
}
