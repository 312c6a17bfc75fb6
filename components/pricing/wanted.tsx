import { features } from "@/billing.config";
import { Notice } from "@/components/ui/notice";
import { isFeature } from "@/lib/billing/features";
import { visitorAccess } from "@/lib/billing/gate/visitor-access";
import type { Plan } from "@/lib/billing/queries/plans";

/** For those who come from a closed gate (`?for=workshops`): what was closed, and which plan opens it. */
export async function Wanted({ feature, plans }: { feature: unknown; plans: readonly Plan[] }) {
  if (typeof feature !== "string" || !isFeature(feature)) return null;
  const { access } = await visitorAccess();
  if (access.can(feature)) return null;
  const opening = plans.filter((plan) => plan.features.some(({ key }) => key === feature));
  const names = new Intl.ListFormat("en", { type: "disjunction" }).format(opening.map(({ name }) => name));
  return (
    <div className="mb-10">
      <Notice title={`${features[feature].name}: closed to you so far`}>
        {names ? `It opens with ${names}.` : "No plan on sale opens it at the moment."}
      </Notice>
    </div>
  );
}
