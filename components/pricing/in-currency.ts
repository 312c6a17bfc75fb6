import type { Plan, PlanPrice } from "@/lib/billing/queries/plans";

/** The currencies in which every price of every plan is sold, in alphabetical order. */
export function sharedCurrencies(plans: readonly Plan[]): string[] {
  const [first, ...others] = plans.flatMap(({ prices }) => Object.values(prices));
  if (!first) return [];
  return Object.keys(first.amounts)
    .filter((currency) => others.every(({ amounts }) => Object.hasOwn(amounts, currency)))
    .sort();
}

/** Plans with their prices in a currency; those that aren't sold in it keep their own. */
export function inCurrency(plans: readonly Plan[], currency: string | null): Plan[] {
  const converted = (price: PlanPrice): PlanPrice => {
    const amount = currency === null ? undefined : price.amounts[currency];
    return currency === null || amount === undefined ? price : { ...price, amount, currency };
  };
  return plans.map((plan) => {
    const { month, year } = plan.prices;
    return {
      ...plan,
      prices: { ...(month && { month: converted(month) }), ...(year && { year: converted(year) }) },
    };
  });
}
