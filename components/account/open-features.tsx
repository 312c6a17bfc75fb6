import { features } from "@/billing.config";
import { Status } from "@/components/ui/status";
import type { AccessReason, OpenFeature } from "@/lib/billing/access/facts";
import { formatDate } from "@/lib/locale/date";

const because: Record<AccessReason, (until: string | null) => string> = {
  subscription: () => "open with your plan",
  trial: () => "open during your trial",
  ending: (until) => `open until ${until}: your plan ends then`,
  grace: (until) => `open until ${until}, while your payment is tried again`,
  grant: (until) => (until ? `given to you until ${until}` : "given to you for good"),
};

/** What is open to the person, and for each why and until when. */
export function OpenFeatures({ open, locale }: { open: OpenFeature[]; locale: string }) {
  if (open.length === 0) return <p className="text-15 text-ink-soft">Only what is free in the library.</p>;
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
    </ul>
  );
}
