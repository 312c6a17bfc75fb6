import { configured } from "../configured";
import { planOf } from "../plan/plan-of";
import { meteredPrices } from "../queries/metered-prices";
import { type UsagePrice, usagePriceNow } from "./usage-price";

/** What is counted beside a plan and billed by use. `price`: null where it can't be had just now. */
export type Counted = { name: string; unit: string; price: UsagePrice | null };

/** What is counted with a plan and what it costs in a currency, as Stripe has it for whoever subscribes now. */
export async function countedWith(planProduct: string, currency: string): Promise<Counted[]> {
  const prices = await meteredPrices(planProduct);
  return Promise.all(
    prices.map(async ({ id, key }) => {
      const meter = Object.values(configured.meters ?? {}).find(({ price }) => price.lookupKey === key);
      const price = await usagePriceNow(id, currency);
      return { name: meter?.name ?? key, unit: meter?.unit ?? "unit", price };
    }),
  );
}

/** The same as billing.config.ts states it, for pages on which nobody is asked. */
export function statedWith(planProduct: string, currency: string): Counted[] {
  const meters = planOf(planProduct)?.meters ?? [];
  return meters.flatMap((key) => {
    const meter = configured.meters?.[key];
    if (!meter) return [];
    const { name, unit, included, price } = meter;
    const each = price.currency === currency ? price.amount : price.currencies?.[currency];
    return [{ name, unit, price: each === undefined ? null : { included, each } }];
  });
}
