import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SecondSubscription } from "@/lib/billing/queries/second-subscriptions";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";

type SecondPlansProps = {
  plans: readonly SecondSubscription[];
  end: (form: FormData) => Promise<void>;
  locale: string;
};

/** What somebody pays for beside their plan, said plainly: it wasn't bought here, and they can end it. */
export function SecondPlans({ plans, end, locale }: SecondPlansProps) {
  if (plans.length === 0) return null;
  return (
    <div className="mb-10">
      <Notice tone="warn" title="You have more than one subscription">
        <p>
          One is enough here, and nobody can buy a second one on these pages: it was made by hand. We have
          been told of it, and every payment is among your invoices.
        </p>
        <ul className="mt-3 space-y-3">
          {plans.map((plan) => (
            <li key={plan.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink">
              <span>{wordsFor(plan, locale)}</span>
              {!plan.endsAt && (
                <form action={end}>
                  <input type="hidden" name="subscription" value={plan.id} />
                  <SubmitButton variant="quiet" pendingLabel="Ending it">
                    End {plan.planName}
                  </SubmitButton>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** "Studio, $19.00 a month, this period ends on 3 May". */
function wordsFor({ planName, price, periodEnd, endsAt }: SecondSubscription, locale: string): string {
  const cost = price && `${formatMoney(price.amount, price.currency, locale)} a ${price.interval}`;
  const until = endsAt
    ? `ends on ${formatDate(endsAt, locale)}`
    : periodEnd && `this period ends on ${formatDate(periodEnd, locale)}`;
  return [planName, cost, until].filter(Boolean).join(", ");
}
