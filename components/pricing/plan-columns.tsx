import type { Interval } from "@/lib/billing/config";
import { featuresAmong } from "@/lib/billing/features";
import { planOf } from "@/lib/billing/plan/plan-of";
import type { Plan, PlanPrice } from "@/lib/billing/queries/plans";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { isLive } from "@/lib/billing/status";
import { PlanColumn, type Standing } from "./plan-column";

type PlanColumnsProps = {
  plans: readonly Plan[];
  interval: Interval;
  /** The visitor's subscription, running or past. */
  own: OwnSubscription | null;
  /** Whether the visitor has had their free days. */
  tried: boolean;
  locale: string;
};

/** One row of as many plans, from one on. */
const row = ["md:grid-cols-1", "md:grid-cols-2", "md:grid-cols-3", "md:grid-cols-4"];

/** Several rows, of which the first plan has no line to its left. */
const rows =
  "md:*:mb-14 md:max-lg:grid-cols-2 md:max-lg:*:odd:before:hidden lg:grid-cols-3 lg:*:nth-[3n+1]:before:hidden";

/** The plans that are sold by this interval, side by side. */
export function PlanColumns({ plans, interval, own, tried, locale }: PlanColumnsProps) {
  const all = featuresAmong(plans.flatMap((plan) => plan.features.map((feature) => feature.key)));
  const sold = plans.flatMap((plan) => {
    const price = plan.prices[interval];
    return price ? [{ plan, price }] : [];
  });
  return (
    <div className={`mt-8 grid grid-cols-1 md:mt-12 md:gap-x-8 lg:gap-x-20 ${row[sold.length - 1] ?? rows}`}>
      {sold.map(({ plan, price }) => (
        <PlanColumn
          key={plan.productId}
          plan={plan}
          price={price}
          features={all}
          standing={standingOf(plan, price, own)}
          trial={(!tried && planOf(plan.productId)?.trial) || null}
          perSeat={planOf(plan.productId)?.seats !== undefined}
          locale={locale}
        />
      ))}
    </div>
  );
}

/** An unfinished purchase is no plan yet: it can be gone on with, or another chosen in its place. */
function standingOf(plan: Plan, shown: PlanPrice, own: OwnSubscription | null): Standing {
  if (!own || !isLive(own.status) || own.status === "incomplete") return "for_sale";
  if (own.price?.key === shown.key) return "own";
  const keys = Object.values(plan.prices).map((price) => price.key);
  return own.price && keys.includes(own.price.key) ? "own_otherwise" : "on_another";
}
