import { type Usage, usageOf } from "./queries/usage";
import { orTrouble } from "./trouble";
import { type UsagePrice, usagePrice } from "./usage-price";

/** `price`: null where it can't be had just now, or isn't of the form that this shop sells. */
export type PricedUsage = { usage: Usage; price: UsagePrice | null };

/** What a user has used in the running period, by meter, and what it costs, as Stripe has the price. @param userId from the session */
export async function pricedUsage(userId: string): Promise<PricedUsage[]> {
  const counted = await usageOf(userId);
  return Promise.all(
    counted.map(async (usage) => {
      const answer = await orTrouble(async () => ({
        outcome: "price" as const,
        price: await usagePrice(usage.priceId, usage.currency),
      }));
      return { usage, price: answer.outcome === "price" ? answer.price : null };
    }),
  );
}
