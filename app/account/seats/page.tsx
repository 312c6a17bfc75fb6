import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { SeatsForm } from "@/components/account/seats-form";
import { requireUser } from "@/lib/auth/session";
import { isChangeable } from "@/lib/billing/plan/changeable";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";

export const metadata: Metadata = { title: "Change your seats" };

/** Asks how many seats; what they cost is shown before anything changes. */
export default async function SeatsPage({ searchParams }: PageProps<"/account/seats">) {
  const user = await requireUser("/account/seats");
  const [own, locale, { said }] = await Promise.all([subscriptionOf(user.id), visitorLocale(), searchParams]);
  if (own && own.mostSeats === 1) redirect("/account?said=without_seats");
  if (!own?.price || !isChangeable(own)) redirect("/account?said=not_changeable");
  const { price, seats, mostSeats } = own;
  const each = formatMoney(price.amount / seats, price.currency, locale);
  return (
    <AccountPage
      title="Change your seats"
      lead={`You have ${seats === 1 ? "one" : seats}, at ${each} each a ${price.interval}. You see what a change costs before it is made.`}
      said={said}
      width="form"
    >
      <SeatsForm priceKey={price.key} seats={seats} most={mostSeats} />
    </AccountPage>
  );
}
