import { type Usage, usageOf } from "../queries/usage";
import { type UsagePrice, usagePriceNow } from "./usage-price";

/** `price`: null where it can't be had just now, or isn't of the form that this shop sells. */
export type PricedUsage = { usage: Usage; price: UsagePrice | null };

/** What a user has used in the running period, by meter, and what it costs, as Stripe has the price. @param userId from the session */
export async function pricedUsage(userId: string): Promise<PricedUsage[]> {
  const counted = await usageOf(userId);
  return Promise.all(
    counted.map(async (usage) => ({
      usage,
      price: await usagePriceNow(usage.priceId, usage.currency),
    })),
  );
}
