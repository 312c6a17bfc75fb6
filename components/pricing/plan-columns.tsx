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

/** How many stand side by side, without the line to the left of a row's first: of more than four there are several rows. */
const rows = {
  1: "md:grid-cols-1",
  2: "md:grid-cols-2",
  3: "md:grid-cols-3",
  4: "md:grid-cols-4",
  more: "md:*:mb-14 md:max-lg:grid-cols-2 md:max-lg:*:odd:before:hidden lg:grid-cols-3 lg:*:nth-[3n+1]:before:hidden",
};

/** The plans that are sold by this interval, side by side. */
export function PlanColumns({ plans, interval, own, tried, locale }: PlanColumnsProps) {
  const all = featuresAmong(plans.flatMap((plan) => plan.features.map((feature) => feature.key)));
  const sold = plans.filter((plan) => plan.prices[interval]);
  return (
    <div className={`mt-8 grid grid-cols-1 md:mt-12 md:gap-x-8 lg:gap-x-20 ${rowsOf(sold.length)}`}>
      {sold.map((plan) => {
        const price = plan.prices[interval];
        return (
          price && (
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
          )
        );
      })}
    </div>
  );
}

function rowsOf(count: number): string {
  return count === 1 || count === 2 || count === 3 || count === 4 ? rows[count] : rows.more;
}

/** An unfinished purchase is no plan yet: it can be gone on with, or another chosen in its place. */
function standingOf(plan: Plan, shown: PlanPrice, own: OwnSubscription | null): Standing {
  if (!own || !isLive(own.status) || own.status === "incomplete") return "for_sale";
  if (own.price?.key === shown.key) return "own";
  const keys = Object.values(plan.prices).map((price) => price.key);
  return own.price && keys.includes(own.price.key) ? "own_otherwise" : "on_another";
}
