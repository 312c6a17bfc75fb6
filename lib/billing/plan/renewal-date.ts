import type { Interval } from "../config";

/** How many months each period has. */
export const monthsIn: Record<Interval, number> = { month: 1, year: 12 };

/**
 * When a subscription begun at `start` renews first: the same day one interval later, in UTC, or the last day of a
 * shorter month, as Stripe counts. https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function renewalDate(start: Date, interval: Interval): Date {
  const renewal = new Date(start);
  renewal.setUTCMonth(start.getUTCMonth() + monthsIn[interval], 1);
  const lastDay = new Date(Date.UTC(renewal.getUTCFullYear(), renewal.getUTCMonth() + 1, 0)).getUTCDate();
  renewal.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return renewal;
}
