import { configured } from "@/lib/billing/configured";
import type { WantedProduct } from "./products";
import type { WantedPrice } from "./wanted-price";

/** Every product of billing.config.ts: its plans, what is bought once, and what is counted. */
export function wantedProducts(): WantedProduct[] {
  const { plans, items = [], meters = {} } = configured;
  const counted = Object.entries(meters).map(([key, { name, unit }]) => ({
    ...{ key: meterProduct(key), name, features: [] },
    description: `Counted while it is used, and billed for each ${unit}.`,
  }));
  return [...plans, ...items, ...counted];
}

/** Every price of billing.config.ts. What is counted is billed by the month. */
export function wantedPrices(): WantedPrice[] {
  const { plans, items = [], meters = {} } = configured;
  return [
    ...plans.flatMap(({ key, prices }) => prices.map((price) => ({ ...price, product: key }))),
    ...items.map(({ key, price }) => ({ ...price, product: key })),
    ...Object.entries(meters).map(([meter, { price, included }]) => ({
      ...{ ...price, product: meterProduct(meter), interval: "month" as const },
      metered: { meter, included },
    })),
  ];
}

const meterProduct = (meter: string) => `meter_${meter}`;
