import type { Plan } from "@/lib/billing/queries/plans";

const months = ["one month", "two months", "three months", "four months", "five months", "six months"];

/** What a year costs less than twelve months of the same plan, in minor units; undefined where nothing is saved. */
export function yearlySaving({ prices: { month, year } }: Plan): number | undefined {
  if (!month || !year || month.currency !== year.currency) return undefined;
  const saved = month.amount * 12 - year.amount;
  return saved > 0 ? saved : undefined;
}

/** The months that every plan gives away by the year, in words ("two months"); undefined where they differ. */
export function monthsSaved(plans: readonly Plan[]): string | undefined {
  const counts = new Set(
    plans.map((plan) => (yearlySaving(plan) ?? 0) / (plan.prices.month?.amount ?? Number.NaN)),
  );
  const [count = 0] = counts;
  return counts.size === 1 ? months[count - 1] : undefined;
}
