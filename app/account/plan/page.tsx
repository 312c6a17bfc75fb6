import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { keyOf } from "@/components/account/answers";
import { ChangePreview } from "@/components/account/change-preview";
import { changedThing, changeTitle } from "@/components/account/change-words";
import { PlanChoices } from "@/components/account/plan-choices";
import { inCurrency } from "@/components/pricing/in-currency";
import { requireUser } from "@/lib/auth/session";
import { isChangeable } from "@/lib/billing/plan/changeable";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { plans } from "@/lib/billing/queries/plans";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { orTrouble } from "@/lib/billing/trouble";
import { visitorLocale } from "@/lib/locale/visitor";
import { change } from "./actions";

export const metadata: Metadata = { title: "Change your plan" };

/** What the plan can be changed to, or with `price` what that change costs, line by line, before it is made. */
export default async function PlanPage({ searchParams }: PageProps<"/account/plan">) {
  const { price, seats, said } = await searchParams;
  const user = await requireUser("/account/plan");
  const [own, locale] = await Promise.all([subscriptionOf(user.id), visitorLocale()]);
  if (!own || !isChangeable(own)) redirect("/account?said=not_changeable");
  if (typeof price !== "string") {
    return (
      <AccountPage title="Change your plan" lead="You see what it costs before anything changes." said={said}>
        <PlanChoices
          plans={inCurrency(await plans(), own.price?.currency ?? null)}
          own={own}
          locale={locale}
        />
      </AccountPage>
    );
  }
  const quantity = typeof seats === "string" ? Number(seats) : undefined;
  const preview = await orTrouble(() => previewChange({ userId: user.id, price, quantity }));
  if (preview.outcome === "no_such_seats") redirect("/account/seats?said=no_such_seats");
  if (preview.outcome !== "preview") redirect(`/account?said=${keyOf(preview)}`);
  return (
    <AccountPage
      title={changeTitle(own, preview)}
      said={said}
      under={{ href: "/account/plan", label: "All plans" }}
    >
      <ChangePreview
        action={change}
        priceKey={price}
        thing={changedThing(own, preview.price.key)}
        preview={preview}
        locale={locale}
      />
    </AccountPage>
  );
}
