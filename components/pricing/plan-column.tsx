import { changePath } from "@/components/account/change-path";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { countedWords } from "@/components/usage/counted-words";
import type { Interval, TrialConfig } from "@/lib/billing/config";
import { checkoutPath } from "@/lib/billing/order/path";
import type { Plan, PlanPrice } from "@/lib/billing/queries/plans";
import { statedWith } from "@/lib/billing/usage/counted";
import { formatMoney } from "@/lib/money";
import { FeatureList } from "./feature-list";
import { yearlySaving } from "./saving";

/** How a visitor stands to a plan by an interval. `own_otherwise`: they have it, and pay for it by another. */
export type Standing = "for_sale" | "own" | "own_otherwise" | "on_another";

type PlanColumnProps = {
  plan: Plan;
  price: PlanPrice;
  features: Plan["features"];
  standing: Standing;
  /** The free days that the visitor may have of it. */
  trial: TrialConfig | null;
  /** Whether it is paid for each seat. */
  perSeat: boolean;
  locale: string;
};

/** Characters of an amount that fits in a column when it is set large. */
const LONG = 10;

/** One plan: who it is for, what it costs, what it opens, and the way to it. */
export function PlanColumn({ plan, price, features, standing, trial, perSeat, locale }: PlanColumnProps) {
  const amount = formatMoney(price.amount, price.currency, locale);
  const saving = price.interval === "year" ? yearlySaving(plan) : undefined;
  return (
    <section
      aria-labelledby={plan.productId}
      className="relative border-t border-edge py-8 md:row-span-5 md:grid md:grid-rows-subgrid md:border-t-0 md:py-2 md:not-first:before:absolute md:not-first:before:inset-y-0 md:not-first:before:-left-4 md:not-first:before:w-px md:not-first:before:bg-line lg:not-first:before:-left-10"
    >
      <div className="flex flex-wrap content-start items-center gap-x-4">
        <h2 id={plan.productId} className="font-serif text-28 font-semibold wrap-anywhere">
          {plan.name}
        </h2>
        {(standing === "own" || standing === "own_otherwise") && <Status tone="good">Your plan</Status>}
      </div>
      <p className="mt-1 text-15 wrap-anywhere text-ink-soft">{plan.description}</p>
      <div className="mt-6">
        <p>
          <span
            className={`font-semibold tracking-tight wrap-anywhere tabular-nums ${amount.length > LONG ? "text-28" : "text-40"}`}
          >
            {amount}
          </span>{" "}
          <span className="whitespace-nowrap text-ink-soft">
            a {price.interval}
            {perSeat && " per seat"}
          </span>
        </p>
        {trial && standing === "for_sale" && <TrialWords trial={trial} price={price} locale={locale} />}
        {saving && (
          <p className="mt-1 text-15 text-ink-soft">
            {formatMoney(saving, price.currency, locale)} less than twelve single months.
          </p>
        )}
      </div>
      <div className="mt-6 mb-8">
        <FeatureList all={features} held={plan.features} />
        {statedWith(plan.productId, price.currency).map((one) => (
          <p key={one.name} className="mt-3 text-15 text-ink-soft">
            {countedWords(one, price.currency, locale)}
          </p>
        ))}
      </div>
      <div>
        <NextStep plan={plan} price={price} standing={standing} trial={trial} />
      </div>
    </section>
  );
}

function TrialWords({ trial, price, locale }: { trial: TrialConfig; price: PlanPrice; locale: string }) {
  const from = new Date(Date.now() + trial.days * 86_400_000);
  return (
    <p className="mt-1 text-15">
      {trial.days} days free, then {formatMoney(price.amount, price.currency, locale)} a {price.interval} from{" "}
      <DateText value={from} locale={locale} />.{trial.card === "optional" && " No card is asked for before."}
    </p>
  );
}

const other: Record<Interval, Interval> = { month: "year", year: "month" };

function NextStep({
  plan,
  price,
  standing,
  trial,
}: Pick<PlanColumnProps, "plan" | "price" | "standing" | "trial">) {
  if (standing === "on_another" || standing === "own_otherwise") {
    return (
      <p className="text-15 text-ink-soft">
        {standing === "on_another"
          ? "You have another plan."
          : `You pay for it by the ${other[price.interval]}.`}{" "}
        <TextLink href={changePath(price.key)}>See what changing costs</TextLink>
      </p>
    );
  }
  const own = standing === "own";
  const asked = price.currency === price.ownCurrency ? "" : price.currency;
  return (
    <LinkButton
      variant={own ? "quiet" : "primary"}
      href={own ? "/account" : checkoutPath({ price: price.key, currency: asked })}
      className="w-full wrap-anywhere sm:w-auto md:max-lg:px-3"
    >
      {own ? "See your plan" : trial ? `Try ${plan.name}` : `Choose ${plan.name}`}
    </LinkButton>
  );
}
