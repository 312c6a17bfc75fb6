import { changePath } from "@/components/account/change-path";
import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Plan, PlanPrice } from "@/lib/billing/queries/plans";
import { formatMoney } from "@/lib/money";
import { FeatureList } from "./feature-list";
import { yearlySaving } from "./saving";

/** What a visitor can do about a plan. */
export type Standing = "for_sale" | "own" | "on_another";

type PlanColumnProps = {
  plan: Plan;
  price: PlanPrice;
  features: Plan["features"];
  standing: Standing;
  locale: string;
};

/** One plan: who it is for, what it costs, what it opens, and the way to it. */
export function PlanColumn({ plan, price, features, standing, locale }: PlanColumnProps) {
  const saving = price.interval === "year" ? yearlySaving(plan) : undefined;
  return (
    <section
      aria-labelledby={plan.productId}
      className="border-t border-edge py-8 md:row-span-5 md:grid md:grid-rows-subgrid md:border-t-0 md:border-l md:border-line md:px-10 md:py-2 md:first:border-l-0 md:first:pl-0 md:last:pr-0"
    >
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 id={plan.productId} className="font-serif text-28 font-semibold">
          {plan.name}
        </h2>
        {standing === "own" && <Status tone="good">Your plan</Status>}
      </div>
      <p className="mt-1 text-15 text-ink-soft">{plan.description}</p>
      <div className="mt-6">
        <p>
          <span className="text-40 font-semibold tracking-tight tabular-nums">
            {formatMoney(price.amount, price.currency, locale)}
          </span>{" "}
          <span className="text-ink-soft">a {price.interval}</span>
        </p>
        {saving && (
          <p className="text-15 text-ink-soft">
            {formatMoney(saving, price.currency, locale)} less than twelve single months.
          </p>
        )}
      </div>
      <div className="mt-6 mb-8">
        <FeatureList all={features} held={plan.features} />
      </div>
      <div>
        <NextStep plan={plan} price={price} standing={standing} />
      </div>
    </section>
  );
}

function NextStep({ plan, price, standing }: Pick<PlanColumnProps, "plan" | "price" | "standing">) {
  if (standing === "on_another") {
    return (
      <p className="text-15 text-ink-soft">
        You have another plan. <TextLink href={changePath(price.key)}>See what changing costs</TextLink>
      </p>
    );
  }
  const own = standing === "own";
  return (
    <LinkButton
      variant={own ? "quiet" : "primary"}
      href={own ? "/account" : `/checkout?price=${encodeURIComponent(price.key)}`}
      className="w-full sm:w-auto"
    >
      {own ? "Look after your plan" : `Choose ${plan.name}`}
    </LinkButton>
  );
}
