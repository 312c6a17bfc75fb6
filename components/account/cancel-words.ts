import type { Feedback } from "@/lib/billing/subscription/cancel-subscription";
import type { PricedUsage } from "@/lib/billing/usage/priced-usage";
import { usageCost } from "@/lib/billing/usage/usage-price";
import { formatMoney } from "@/lib/money";

/** Reasons to leave, as people say them, in the order they are offered. */
export const reasons: Record<Feedback, string> = {
  too_expensive: "It costs too much",
  unused: "I don't use it enough",
  missing_features: "It lacks something I need",
  low_quality: "It isn't as good as I had hoped",
  too_complex: "It is hard to use",
  customer_service: "I wasn't helped well",
  switched_service: "I use something else now",
  other: "Something else",
};

export function isReason(value: unknown): value is Feedback {
  return typeof value === "string" && Object.hasOwn(reasons, value);
}

/** What is still billed of what was used, in a sentence; null where nothing is counted. */
export function whatIsBilled(priced: readonly PricedUsage[], locale: string): string | null {
  const [first] = priced;
  if (!first) return null;
  const costs = priced.map(({ usage, price }) => price && usageCost(price, usage.used));
  const known = costs.flatMap((cost) => cost ?? []);
  if (known.length < costs.length) return "What you have used beyond what is included is still billed.";
  const sum = known.reduce((all, cost) => all + cost, 0);
  if (sum === 0) return "You have used nothing beyond what is included, so nothing more is billed for that.";
  const soFar = formatMoney(sum, first.usage.currency, locale);
  return `What you have used beyond what is included is still billed: ${soFar} so far.`;
}
