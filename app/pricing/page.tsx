import type { Metadata } from "next";
import { Once } from "@/components/items/once";
import { CurrencyLinks } from "@/components/pricing/currency-links";
import { inCurrency, sharedCurrencies } from "@/components/pricing/in-currency";
import { IntervalLinks } from "@/components/pricing/interval-links";
import { PlanColumns } from "@/components/pricing/plan-columns";
import { PricingQuestions } from "@/components/pricing/questions";
import { monthsSaved } from "@/components/pricing/saving";
import { Wanted } from "@/components/pricing/wanted";
import { Column } from "@/components/ui/column";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { currentUser } from "@/lib/auth/session";
import type { Interval } from "@/lib/billing/config";
import { visitorAccess } from "@/lib/billing/gate/visitor-access";
import { items } from "@/lib/billing/queries/items";
import { plans } from "@/lib/billing/queries/plans";
import { settledCurrency } from "@/lib/billing/queries/settled-currency";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isLive } from "@/lib/billing/status";
import { hasTried } from "@/lib/billing/trials/has-tried";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Plans" };

const order: readonly Interval[] = ["month", "year"];

export default async function PricingPage({ searchParams }: PageProps<"/pricing">) {
  const { interval: asked, for: wanted, currency: typed } = await searchParams;
  const user = await currentUser();
  const [sold, once, { access }, own, settled, tried, locale] = await Promise.all([
    plans(),
    items(),
    visitorAccess(),
    user && subscriptionOf(user.id),
    user && settledCurrency(user.id),
    user ? hasTried(user.id) : false,
    visitorLocale(),
  ]);
  const currencies = sharedCurrencies(sold);
  const chosen = currencies.find((currency) => currency === (settled ?? typed)) ?? null;
  const onSale = inCurrency(sold, chosen);
  const shownIn = Object.values(onSale[0]?.prices ?? {})[0]?.currency ?? null;
  const intervals = order.filter((interval) => onSale.some((plan) => plan.prices[interval]));
  const usual = own && isLive(own.status) ? own.price?.interval : undefined;
  const current =
    intervals.find((interval) => interval === asked) ??
    intervals.find((interval) => interval === usual) ??
    intervals[0];
  return (
    <Column>
      <PageTitle lead="Read everything, or read and work the examples through. Stop whenever you like: what you paid for stays open to its end.">
        Plans
      </PageTitle>
      <Wanted feature={wanted} plans={onSale} />
      {current ? (
        <>
          {intervals.length > 1 && (
            <IntervalLinks
              intervals={intervals}
              current={current}
              currency={chosen}
              saving={monthsSaved(onSale)}
            />
          )}
          {currencies.length > 1 && shownIn && !settled && (
            <CurrencyLinks currencies={currencies} current={shownIn} interval={current} locale={locale} />
          )}
          {settled && typed && typed !== settled && (
            <p className="text-15 text-ink-soft">
              Your payments have been in {settled.toUpperCase()} so far and stay in it.
            </p>
          )}
          <PlanColumns plans={onSale} interval={current} own={own} tried={tried} locale={locale} />
        </>
      ) : (
        <Empty
          title="Nothing is for sale at the moment"
          action={<LinkButton href="/library">Open the library</LinkButton>}
        >
          There are no plans to choose from yet. What is free in the library can be read without one.
        </Empty>
      )}
      <Once items={once} currency={chosen} can={access.can} locale={locale} />
      <PricingQuestions />
    </Column>
  );
}
