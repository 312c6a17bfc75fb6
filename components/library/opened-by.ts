import type { FeatureKey } from "@/billing.config";
import type { PlanFeature } from "@/lib/billing/queries/plan-features";

/** A plan, or something bought once. */
type Opener = { features: readonly PlanFeature[] };

/** Those that open a feature, in their order. */
export function thoseWith<Kind extends Opener>(openers: readonly Kind[], feature: FeatureKey): Kind[] {
  return openers.filter((opener) => opener.features.some((held) => held.key === feature));
}

/** "opens with Reader or Studio", to end a sentence with; says so when nothing on sale opens it. */
export function openedBy(openers: readonly { name: string }[]): string {
  if (openers.length === 0) return "isn't for sale at the moment";
  const names = openers.map(({ name }) => inSentence(name));
  return `opens with ${new Intl.ListFormat("en", { type: "disjunction" }).format(names)}`;
}

/** A name within a sentence: "the handbook". */
export function inSentence(name: string): string {
  return name.replace(/^The /, "the ");
}
