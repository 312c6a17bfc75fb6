import type { Metadata } from "next";
import { Suspense } from "react";
import { Answer } from "@/components/account/answer";
import { LinkRow } from "@/components/account/link-row";
import { NextPayment, NextPaymentToCome } from "@/components/account/next-payment";
import { OpenFeatures } from "@/components/account/open-features";
import { PayingCard } from "@/components/account/paying-card";
import { PlanActions } from "@/components/account/plan-actions";
import { SecondPlans } from "@/components/account/second-plans";
import { standingOf } from "@/components/account/standing";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { ConfirmAddress } from "@/components/confirmation/confirm-address";
import { OwnItems } from "@/components/items/own-items";
import { Column } from "@/components/ui/column";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { units } from "@/components/usage/units";
import { requireUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { cardsOf } from "@/lib/billing/queries/cards";
import { itemsOf } from "@/lib/billing/queries/own-items";
import { secondSubscriptionsOf } from "@/lib/billing/queries/second-subscriptions";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { usageOf } from "@/lib/billing/queries/usage";
import { meterWords } from "@/lib/billing/usage/meter-words";
import { visitorLocale } from "@/lib/locale/visitor";
import { sendLinkAgain } from "../confirm/actions";
import { endSecond, keep, openPortalPage, resume } from "./actions";
import { keepAsItIs } from "./plan/actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const user = await requireUser("/account");
  const [own, others, access, bought, used, cards, locale, { said }] = await Promise.all([
    subscriptionOf(user.id),
    secondSubscriptionsOf(user.id),
    accessFor(user.id),
    itemsOf(user.id),
    usageOf(user.id),
    cardsOf(user.id),
    visitorLocale(),
    searchParams,
  ]);
  return (
    <Column>
      <PageTitle
        lead={own ? standingOf(own, locale) : "You have no plan. What is free in the library is open to you."}
      >
        Your account
      </PageTitle>
      <Answer said={said} />
      <SecondPlans plans={others} end={endSecond} locale={locale} />
      <Section id="plan" title="Your plan">
        {own && (
          <Suspense fallback={<NextPaymentToCome />}>
            <NextPayment own={own} locale={locale} />
          </Suspense>
        )}
        {own ? (
          <PlanActions own={own} keep={keep} resume={resume} keepAsItIs={keepAsItIs} />
        ) : (
          <LinkButton href="/pricing" variant="primary">
            See the plans
          </LinkButton>
        )}
      </Section>
      <Section id="open" title="Open to you">
        <OpenFeatures open={access.features} closed={access.closed} locale={locale} />
        {bought.length > 0 && (
          <div className="mt-4">
            <OwnItems items={bought} />
          </div>
        )}
      </Section>
      <Section id="cards" title="Payment">
        <PayingCard cards={cards} locale={locale} />
      </Section>
      <Section id="invoices" title="Invoices">
        <LinkRow>
          <LinkButton variant="plain" href="/account/invoices">
            Your invoices
          </LinkButton>
          <LinkButton variant="plain" href="/account/details">
            Billing details
          </LinkButton>
          <form action={openPortalPage}>
            <SubmitButton variant="plain" pendingLabel="Opening">
              Open Stripe's page instead
            </SubmitButton>
          </form>
        </LinkRow>
      </Section>
      <Section id="api" title="Your programs">
        {used.map(({ meter, used: count, periodEnd }) => (
          <p key={meter} className="mb-2">
            {units(count, meterWords(meter).unit, locale)} in this period, which ends on{" "}
            <DateText value={periodEnd} locale={locale} />.
          </p>
        ))}
        <LinkRow>
          <LinkButton variant="plain" href="/account/keys">
            Your API keys
          </LinkButton>
          <LinkButton variant="plain" href="/account/usage">
            Your usage
          </LinkButton>
        </LinkRow>
      </Section>
      <Section id="you" title="You">
        <p>{user.name}</p>
        <p className="text-15 break-words text-ink-soft">{user.email}</p>
        {!user.confirmed && <ConfirmAddress next="/account" action={sendLinkAgain} />}
        <div className="mt-3 mb-6">
          <LinkRow>
            <LinkButton variant="plain" href="/account/mail">
              What we write to you
            </LinkButton>
            <LinkButton variant="plain" href="/account/password">
              Your password
            </LinkButton>
          </LinkRow>
        </div>
        <SignOutForm />
      </Section>
    </Column>
  );
}
