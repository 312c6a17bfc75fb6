import { features } from "@/billing.config";
import { configured } from "../configured";
import type { Change, Known } from "./change";
import { couponChanges } from "./coupons";
import { featureChanges } from "./features";
import { meterChanges } from "./meters";
import { portalChanges } from "./portal";
import { priceChanges } from "./prices";
import { productChanges } from "./products";
import { wantedPrices, wantedProducts } from "./wanted";

/**
 * What is to be done at Stripe so that it has all of billing.config.ts, in an order in which it can be: features, meters,
 * products with their features, prices by lookup key, coupons with their codes, the portal. Changes nothing. Nothing at
 * Stripe that the file doesn't speak of is touched.
 *
 * @throws Stripe's error
 */
export async function catalogueChanges(): Promise<Change[]> {
  const known: Known = { features: new Map(), meters: new Map() };
  const first = [
    ...(await featureChanges(features, known)),
    ...(await meterChanges(configured.meters ?? {}, known)),
  ];
  const coupons = Object.entries(configured.coupons ?? {});
  const rest = await Promise.all([
    ...wantedProducts().map((product) => productChanges(product, known)),
    ...wantedPrices().map((price) => priceChanges(price, known)),
    ...coupons.map(([id, coupon]) => couponChanges(id, coupon)),
    portalChanges(),
  ]);
  return [...first, ...rest.flat()];
}

/**
 * Puts billing.config.ts into Stripe. Run again it changes nothing; after an edit it changes only what differs.
 *
 * @returns what was done, a line each; empty when Stripe had all of it
 * @throws Stripe's error; run it again to go on from there
 */
export async function setupCatalogue(): Promise<string[]> {
  const done: string[] = [];
  for (const { says, make } of await catalogueChanges()) {
    if (!make) continue;
    await make();
    done.push(says);
  }
  return done;
}
