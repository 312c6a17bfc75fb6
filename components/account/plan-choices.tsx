import { listOf } from "@/components/checkout/opened";
import { capitalized } from "@/components/gate/access-words";
import { LinkButton } from "@/components/ui/link-button";
import type { Interval } from "@/lib/billing/config";
import { planOf } from "@/lib/billing/plan/plan-of";
import type { Plan } from "@/lib/billing/queries/plans";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { formatMoney } from "@/lib/money";
import { changePath } from "./change-path";

const order: readonly Interval[] = ["month", "year"];

type PlanChoicesProps = { plans: Plan[]; own: OwnSubscription; locale: string };

/** What the plan can be changed to: every price on sale but one's own. */
export function PlanChoices({ plans, own, locale }: PlanChoicesProps) {
  const currency = own.price?.currency ?? "";
  const cost = (amount: number, interval: Interval) =>
    `${formatMoney(amount, currency, locale)} a ${interval}`;
  return (
    <ul className="border-t border-line">
      {plans.flatMap((plan) =>
        order.flatMap((interval) => {
          const price = plan.prices[interval];
          const amount = price?.amounts[currency];
          if (!price || amount === undefined) return [];
          const current = price.key === own.price?.key;
          return [
            <li
              key={price.key}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-4"
            >
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium">
                  {plan.name}, {cost(amount, interval)}
                  {planOf(plan.productId)?.seats && " per seat"}
                </p>
                <p className="text-15 text-ink-soft">
                  {capitalized(listOf(plan.features)) || plan.description}
                </p>
              </div>
              {current ? (
                <p className="text-15 text-ink-soft">Your plan</p>
              ) : (
                <LinkButton
                  href={changePath(price.key)}
                  aria-label={`See the change to ${plan.name} by the ${interval}`}
                >
                  See the change
                </LinkButton>
              )}
            </li>,
          ];
        }),
      )}
    </ul>
  );
}
