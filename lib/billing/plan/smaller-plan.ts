import type { Plan } from "../queries/plans";
import type { OwnSubscription } from "../queries/subscription-of";
import { planOf } from "./plan-of";

/**
 * The dearest plan that costs less than somebody's own, by the same interval and in the currency they pay in, with as many
 * seats as they have, as far as it has them; null where none does. `amount` in minor units of that currency, all seats together.
 */
export function smallerPlan(
  plans: readonly Plan[],
  { price: own, seats }: Pick<OwnSubscription, "price" | "seats">,
): { name: string; key: string; amount: number } | null {
  if (!own) return null;
  const smaller = plans.flatMap(({ productId, name, prices }) => {
    const price = prices[own.interval];
    const each = price?.amounts[own.currency];
    if (!price || each === undefined || price.key === own.key) return [];
    const amount = each * Math.min(seats, planOf(productId)?.seats?.most ?? 1);
    return amount < own.amount ? [{ name, key: price.key, amount }] : [];
  });
  return smaller.sort((a, b) => b.amount - a.amount)[0] ?? null;
}
