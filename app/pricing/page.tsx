import type { Metadata } from "next";
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
import { plans } from "@/lib/billing/queries/plans";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Plans" };

const order: readonly Interval[] = ["month", "year"];

export default async function PricingPage({ searchParams }: PageProps<"/pricing">) {
  const { interval: asked, for: wanted } = await searchParams;
  const user = await currentUser();
  const [onSale, own, locale] = await Promise.all([
    plans(),
    user && subscriptionOf(user.id),
    visitorLocale(),
  ]);
  const intervals = order.filter((interval) => onSale.some((plan) => plan.prices[interval]));
  const current = intervals.find((interval) => interval === asked) ?? intervals[0];
  return (
    <Column>
      <PageTitle lead="Read everything, or read and work the examples through. Stop whenever you like: what you paid for stays open to its end.">
        Plans
      </PageTitle>
      <Wanted feature={wanted} plans={onSale} />
      {current ? (
        <>
          {intervals.length > 1 && (
            <IntervalLinks intervals={intervals} current={current} saving={monthsSaved(onSale)} />
          )}
          <PlanColumns plans={onSale} interval={current} own={own} locale={locale} />
        </>
      ) : (
        <Empty
          title="Nothing is for sale at the moment"
          action={<LinkButton href="/library">Open the library</LinkButton>}
        >
          There are no plans to choose from yet. What is free in the library can be read without one.
        </Empty>
      )}
      <PricingQuestions />
    </Column>
  );
}
