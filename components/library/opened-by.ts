import type { FeatureKey } from "@/billing.config";
import type { Plan } from "@/lib/billing/queries/plans";

/** The plans that open a feature, the smallest first. */
export function plansWith(plans: readonly Plan[], feature: FeatureKey): Plan[] {
  return plans.filter((plan) => plan.features.some((held) => held.key === feature));
}

/** "Opens with Reader or Studio"; says so when nothing on sale opens it. */
export function openedBy(plans: readonly Plan[], feature: FeatureKey): string {
  const names = plansWith(plans, feature).map((plan) => plan.name);
  if (names.length === 0) return "No plan on sale opens it at the moment.";
  return `Opens with ${new Intl.ListFormat("en", { type: "disjunction" }).format(names)}.`;
}
