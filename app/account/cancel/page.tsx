import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { CancelForm } from "@/components/account/cancel-form";
import { whatIsBilled } from "@/components/account/cancel-words";
import { changePath } from "@/components/account/change-path";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/auth/session";
import { isChangeable } from "@/lib/billing/plan/changeable";
import { smallerPlan } from "@/lib/billing/plan/smaller-plan";
import { plans } from "@/lib/billing/queries/plans";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isRunning } from "@/lib/billing/status";
import { isPausable } from "@/lib/billing/subscription/pausable";
import { pricedUsage } from "@/lib/billing/usage/priced-usage";
import { formatDate } from "@/lib/locale/date";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { cancel } from "../actions";

export const metadata: Metadata = { title: "Cancel your subscription" };

/** Says what canceling does before it is done. */
export default async function CancelPage({ searchParams }: PageProps<"/account/cancel">) {
  const user = await requireUser("/account/cancel");
  const [own, used, locale, { said }] = await Promise.all([
    subscriptionOf(user.id),
    pricedUsage(user.id),
    visitorLocale(),
    searchParams,
  ]);
  if (!own || !isRunning(own.status) || own.endsAt) redirect("/account");
  const { currency = "", interval = "" } = own.price ?? {};
  const smaller = isChangeable(own) ? smallerPlan(await plans(), own) : null;
  const end = own.periodEnd ? formatDate(own.periodEnd, locale) : "the last day you have paid for";
  const isPaid = own.status === "active" || own.status === "past_due";
  const isOpen = isPaid || own.status === "trialing";
  const billed = isPaid ? whatIsBilled(used, locale) : null;
  return (
    <AccountPage
      title={`Cancel ${own.planName}?`}
      lead={`${isPaid ? "Your plan isn't charged again, and what you have paid isn't refunded." : "Nothing is charged any more."} ${billed ?? ""}`}
      said={said}
    >
      <div className="mb-10 space-y-4">
        {isPausable(own) && (
          <Notice title="Or stay, and pay nothing for a while">
            <TextLink href="/account/pause">Pause your plan</TextLink> from {end}: it waits for you, at the
            price you have.
          </Notice>
        )}
        {smaller && (
          <Notice title="Or stay with less">
            <TextLink href={changePath(smaller.key)}>
              Change to {smaller.name}, {formatMoney(smaller.amount, currency, locale)} a {interval}
            </TextLink>
            , at once or from {end} on.
          </Notice>
        )}
      </div>
      <CancelForm action={cancel} stamp={own.stamp} end={isOpen ? end : null} billed={billed !== null} />
    </AccountPage>
  );
}
