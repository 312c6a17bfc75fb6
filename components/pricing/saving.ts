import type { Interval } from "@/lib/billing/config";
import type { Plan, PlanPrice } from "@/lib/billing/queries/plans";
import { formatMoney } from "@/lib/money";

const words = ["one month", "two months", "three months", "four months", "five months", "six months"];

/**
 * What a year saves against twelve months of the same plan, in words: "two months less than by the month", or the sum
 * where it is no whole number of months. Undefined where there is nothing to compare or nothing saved.
 */
export function yearlySaving(prices: Plan["prices"], locale: string): string | undefined {
  const saved = savedMinor(prices);
  if (!prices.month || saved === undefined) return undefined;
  const inMonths = words[saved / prices.month.amount - 1];
  const saving = inMonths ?? formatMoney(saved, prices.month.currency, locale);
  return `${saving} less than by the month`;
}

function savedMinor({ month, year }: Partial<Record<Interval, PlanPrice>>): number | undefined {
  if (!month || !year || month.currency !== year.currency) return undefined;
  const saved = month.amount * 12 - year.amount;
  return saved > 0 ? saved : undefined;
}

/** The saving that all these plans share, for the link to the yearly prices; undefined where they differ. */
export function sharedSaving(plans: readonly Plan[], locale: string): string | undefined {
  const savings = new Set(plans.map((plan) => yearlySaving(plan.prices, locale)));
  const [saving] = savings;
  return savings.size === 1 ? saving : undefined;
}
