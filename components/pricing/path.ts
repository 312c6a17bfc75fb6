import type { Interval } from "@/lib/billing/config";

/** The plans by an interval, in a currency; without one, in the visitor's or the prices' own. */
export function pricingPath(interval: Interval, currency: string | null): string {
  return `/pricing?${new URLSearchParams({ interval, ...(currency && { currency }) })}`;
}
