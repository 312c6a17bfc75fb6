import { Notice } from "@/components/ui/notice";
import type { SecondSubscription } from "@/lib/billing/queries/second-subscriptions";
import { formatDate } from "@/lib/locale/date";

/** What somebody pays for beside their plan, said plainly: it wasn't bought here, and nothing is hidden of it. */
export function SecondPlans({ plans, locale }: { plans: readonly SecondSubscription[]; locale: string }) {
  if (plans.length === 0) return null;
  return (
    <div className="mb-10">
      <Notice tone="warn" title="You have more than one subscription">
        <ul>
          {plans.map(({ id, planName, periodEnd }) => (
            <li key={id}>
              {planName}
              {periodEnd && `, in its period to ${formatDate(periodEnd, locale)}`}
            </li>
          ))}
        </ul>
        <p>
          One is enough here. We have been told, and will end the one too many; every payment is among your
          invoices.
        </p>
      </Notice>
    </div>
  );
}
