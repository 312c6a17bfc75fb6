import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { billing } from "@/billing.config";
import { AccountPage } from "@/components/account/account-page";
import { whatIsBilled } from "@/components/account/cancel-words";
import { PauseForm } from "@/components/account/pause-form";
import { requireUser } from "@/lib/auth/session";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isPausable } from "@/lib/billing/subscription/pausable";
import { pauseEnd } from "@/lib/billing/subscription/pause-end";
import { pricedUsage } from "@/lib/billing/usage/priced-usage";
import { formatDate } from "@/lib/locale/date";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { pause } from "../actions";

export const metadata: Metadata = { title: "Pause your plan" };

export default async function PausePage() {
  const user = await requireUser("/account/pause");
  const [own, used, locale] = await Promise.all([
    subscriptionOf(user.id),
    pricedUsage(user.id),
    visitorLocale(),
  ]);
  if (!own?.periodEnd || !own.price || !isPausable(own)) redirect("/account?said=not_pausable");
  const { periodEnd, price, planName, stamp } = own;
  const ends = Array.from({ length: billing.pause.mostPeriods }, (_, index) => ({
    periods: index + 1,
    on: formatDate(pauseEnd(periodEnd, price.interval, index + 1), locale),
  }));
  return (
    <AccountPage
      title={`Pause ${planName}?`}
      lead={`Everything stays open until ${formatDate(periodEnd, locale)}. Then your plan rests: nothing is charged for it, and what it opens is closed. ${whatIsBilled(used, locale) ?? ""}`}
    >
      <PauseForm
        action={pause}
        stamp={stamp}
        ends={ends}
        price={formatMoney(price.amount, price.currency, locale)}
      />
    </AccountPage>
  );
}
