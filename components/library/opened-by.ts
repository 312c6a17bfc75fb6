import type { FeatureKey } from "@/billing.config";
import type { Plan } from "@/lib/billing/queries/plans";

/** The plans that open a feature, the smallest first. */
export function plansWith(plans: readonly Plan[], feature: FeatureKey): Plan[] {
  return plans.filter((plan) => plan.features.some((held) => held.key === feature));
}

/** "opens with Reader or Studio", to end a sentence with; says so when nothing on sale opens it. */
export function openedBy(openers: readonly Plan[]): string {
  if (openers.length === 0) return "is in no plan on sale";
  const names = openers.map((plan) => plan.name);
  return `opens with ${new Intl.ListFormat("en", { type: "disjunction" }).format(names)}`;
}
