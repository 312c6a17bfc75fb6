import { LinkButton } from "@/components/ui/link-button";
import { planOf } from "@/lib/billing/plan/plan-of";
import type { Plan } from "@/lib/billing/queries/plans";
import { formatMoney } from "@/lib/money";

/** What it costs, in one sentence a plan. */
export function Price({ plans, locale }: { plans: readonly Plan[]; locale: string }) {
  return (
    <section aria-labelledby="price" className="page-width mt-24 mb-24 sm:mt-30 sm:mb-30">
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 border-t border-edge pt-10 md:grid-cols-[15rem_1fr]">
        <h2 id="price" className="text-21 font-semibold">
          What it costs
        </h2>
        <div className="min-w-0">
          <ul className="space-y-6">
            {plans.map((plan) => (
              <li key={plan.productId}>
                <p className="font-serif text-28 font-semibold wrap-anywhere">
                  <bdi>{plan.name}</bdi>, {cost(plan, locale)}
                </p>
                <p className="mt-1 wrap-anywhere text-ink-soft">{plan.description}</p>
              </li>
            ))}
          </ul>
          {plans.length === 0 && (
            <p className="font-serif text-28">Nothing is for sale at the moment. What is free can be read.</p>
          )}
          <LinkButton variant="primary" href="/pricing" className="mt-10">
            See the plans
          </LinkButton>
        </div>
      </div>
    </section>
  );
}

function cost({ prices: { month, year }, productId }: Plan, locale: string): string {
  const price = month ?? year;
  if (!price) return "not for sale now";
  const seats = planOf(productId)?.seats ? " per seat" : "";
  return `${formatMoney(price.amount, price.currency, locale)} a ${price.interval}${seats}`;
}
