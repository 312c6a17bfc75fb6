import { billing, features } from "@/billing.config";
import { setupFeatures } from "./catalogue/features";
import { setupPrice } from "./catalogue/prices";
import { setupProduct } from "./catalogue/products";

/**
 * Puts billing.config.ts into Stripe: features, products with their features, and prices by lookup key. Run again it
 * changes nothing; after an edit it changes only what differs. Nothing at Stripe that the file doesn't speak of is touched.
 *
 * @returns what was done, a line each ("created price studio_monthly"); empty when Stripe had all of it.
 * @throws Stripe's own error; run it again to go on from there.
 */
export async function setupCatalogue(): Promise<string[]> {
  const catalogue = await setupFeatures(features);
  const changes = [...catalogue.changes];
  for (const plan of billing.plans) {
    const product = await setupProduct(plan, catalogue.ids);
    changes.push(...product.changes);
    for (const price of plan.prices) changes.push(...(await setupPrice(product.id, price)));
  }
  return changes;
}
