import { features } from "@/billing.config";
import { Status } from "@/components/ui/status";
import type { AccessReason, ClosedFeature, ClosedReason, OpenFeature } from "@/lib/billing/access/facts";
import { formatDate } from "@/lib/locale/date";

const because: Record<AccessReason, (until: string | null) => string> = {
  subscription: () => "open with your plan",
  trial: () => "open during your trial",
  pausing: (until) => `open until ${until}: your plan rests from then on`,
  ending: (until) => `open until ${until}: your plan ends then`,
  grace: (until) => `open until ${until}, while your payment is tried again`,
  grant: (until) => (until ? `given to you until ${until}` : "given to you for good"),
};

const closedBecause: Record<ClosedReason, string> = {
  refunded: "closed: what you paid for it was given back. It opens with your next payment",
  lost_dispute: "closed: your bank took the payment back. It opens with your next payment",
  paused: "closed while your plan rests",
};

type OpenFeaturesProps = { open: OpenFeature[]; closed: ClosedFeature[]; locale: string };

/** What is open to the person, and for each why and until when; and what their plan would open, but for a reason. */
export function OpenFeatures({ open, closed, locale }: OpenFeaturesProps) {
  if (open.length + closed.length === 0) {
    return <p className="text-15 text-ink-soft">Only what is free in the library.</p>;
  }
  return (
    <ul className="space-y-2">
      {open.map(({ feature, reason, until }) => (
        <li key={feature} className="sm:flex sm:gap-3">
          <Status tone={reason === "grace" ? "warn" : "good"}>{features[feature].name}</Status>
          <span className="block pl-5.5 text-15 text-ink-soft sm:pl-0">
            {because[reason](until && formatDate(until, locale))}
          </span>
        </li>
      ))}
      {closed.map(({ feature, reason }) => (
        <li key={feature} className="sm:flex sm:gap-3">
          <Status tone="warn">{features[feature].name}</Status>
          <span className="block pl-5.5 text-15 text-ink-soft sm:pl-0">{closedBecause[reason]}</span>
        </li>
      ))}
    </ul>
  );
}
