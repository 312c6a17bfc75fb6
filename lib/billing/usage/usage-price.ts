import { stripe } from "@/lib/stripe/client";
import { orTrouble } from "../trouble";

/** What use costs in one currency: so many units free, and each one beyond at a price in minor units. */
export type UsagePrice = { included: number; each: number };

/**
 * What a metered price takes in a currency, as Stripe has it: the price a subscription was begun with, whatever is stated
 * today. Null where it isn't of the form that this shop sells, so many free and the rest at one price.
 *
 * @throws Stripe's error
 */
export async function usagePrice(price: string, currency: string): Promise<UsagePrice | null> {
  const { currency_options: options } = await stripe().prices.retrieve(price, {
    expand: ["currency_options", `currency_options.${currency}.tiers`],
  });
  const told = options?.[currency];
  const [free, rest, more] = told?.tiers ?? [];
  if (told && !free) return told.unit_amount === null ? null : { included: 0, each: told.unit_amount };
  if (more || free?.unit_amount !== 0 || free.up_to === null || !rest || rest.unit_amount === null)
    return null;
  return { included: free.up_to, each: rest.unit_amount };
}

/** Tiers of a price never change at Stripe, so that what was read of them once holds. */
const read = new Map<string, UsagePrice>();

/** What `usagePrice` says, asked of Stripe once; null also where Stripe can't be reached just now. */
export async function usagePriceNow(price: string, currency: string): Promise<UsagePrice | null> {
  const known = read.get(`${price} ${currency}`);
  if (known) return known;
  const answer = await orTrouble(async () => ({
    outcome: "price" as const,
    price: await usagePrice(price, currency),
  }));
  if (answer.outcome !== "price" || !answer.price) return null;
  read.set(`${price} ${currency}`, answer.price);
  return answer.price;
}

/** What so much use costs, in minor units. */
export function usageCost({ included, each }: UsagePrice, used: number): number {
  return Math.max(0, used - included) * each;
}
