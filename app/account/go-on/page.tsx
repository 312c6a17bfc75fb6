import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { GoOnForm } from "@/components/account/go-on-form";
import { requireUser } from "@/lib/auth/session";
import { configured } from "@/lib/billing/configured";
import { cardsOf } from "@/lib/billing/queries/cards";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { firstPayment } from "@/lib/billing/subscription/first-payment";
import { orTrouble } from "@/lib/billing/trouble";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { goOn } from "../actions";

export const metadata: Metadata = { title: "Go on with your plan" };

/** For whom a trial ended without a card: what going on costs, and with which card. */
export default async function GoOnPage({ searchParams }: PageProps<"/account/go-on">) {
  const user = await requireUser("/account/go-on");
  const [own, cards, locale, { said }] = await Promise.all([
    subscriptionOf(user.id),
    cardsOf(user.id),
    visitorLocale(),
    searchParams,
  ]);
  if (own?.status !== "paused" || !own.price) redirect("/account");
  const { id, planName, price, stamp } = own;
  const first = await orTrouble(async () => ({ outcome: "counted" as const, ...(await firstPayment(id)) }));
  if (first.outcome === "trouble") redirect(`/account?said=${first.kind}`);
  const today = formatMoney(first.amount, first.currency, locale);
  const later = formatMoney(price.amount, price.currency, locale);
  const taxes = configured.tax ? ", with taxes on top where they apply" : "";
  return (
    <AccountPage
      title={`Go on with ${planName}?`}
      lead={`Your free days are over and nothing was charged. If you go on, your plan opens again: ${today} is charged today, and after that it is ${later} a ${price.interval}${taxes}.`}
      said={said}
    >
      <GoOnForm
        action={goOn}
        stamp={stamp}
        amount={today}
        paying={cards.find(({ pays }) => pays)}
        saved={cards.length > 0}
      />
    </AccountPage>
  );
}
