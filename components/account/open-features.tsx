import { features } from "@/billing.config";
import { whyClosed, whyOpen } from "@/components/gate/access-words";
import { Status } from "@/components/ui/status";
import type { ClosedFeature, OpenFeature } from "@/lib/billing/access/facts";

type OpenFeaturesProps = { open: OpenFeature[]; closed: ClosedFeature[]; locale: string };

/** What is open to the person, and for each why and until when; and what their plan would open, but for a reason. */
export function OpenFeatures({ open, closed, locale }: OpenFeaturesProps) {
  if (open.length + closed.length === 0) {
    return <p className="text-15 text-ink-soft">Only what is free in the library.</p>;
  }
  return (
    <ul className="space-y-2">
      {open.map((held) => (
        <li key={held.feature} className="lg:grid lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] lg:gap-x-6">
          <Status tone={held.reason === "grace" ? "warn" : "good"}>{features[held.feature].name}</Status>
          <span className="block pl-5.5 text-15 text-ink-soft lg:pl-0">{whyOpen(held, locale)}</span>
        </li>
      ))}
      {closed.map((held) => (
        <li key={held.feature} className="lg:grid lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] lg:gap-x-6">
          <Status tone={held.reason === "ended" ? "info" : "warn"}>{features[held.feature].name}</Status>
          <span className="block pl-5.5 text-15 text-ink-soft lg:pl-0">{whyClosed(held, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
