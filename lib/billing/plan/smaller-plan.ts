import type { Plan } from "../queries/plans";
import type { OwnSubscription } from "../queries/subscription-of";

/**
 * The dearest plan that costs less than somebody's own, by the same interval and in the currency they pay in; null where none
 * does. `amount` in minor units of that currency.
 */
export function smallerPlan(
  plans: readonly Plan[],
  { price: own }: Pick<OwnSubscription, "price">,
): { name: string; key: string; amount: number } | null {
  if (!own) return null;
  const smaller = plans.flatMap(({ name, prices }) => {
    const price = prices[own.interval];
    const amount = price?.amounts[own.currency];
    return price && amount !== undefined && amount < own.amount ? [{ name, key: price.key, amount }] : [];
  });
  return smaller.sort((a, b) => b.amount - a.amount)[0] ?? null;
}
