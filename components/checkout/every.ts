import type { Interval } from "@/lib/billing/config";

/** How often a price is paid, in words. */
export const every: Record<Interval, string> = { month: "every month", year: "every year" };
