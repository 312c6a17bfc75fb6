import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CheckoutView } from "@/components/checkout/checkout-view";
import { HasPlan } from "@/components/checkout/has-plan";
import { InTrouble } from "@/components/checkout/in-trouble";
import { NotForSale } from "@/components/checkout/not-for-sale";
import { NotInTheirCurrency } from "@/components/checkout/not-in-their-currency";
import { Stopped } from "@/components/checkout/stopped";
import { itemPath } from "@/components/items/path";
import { currentUser, requireUser } from "@/lib/auth/session";
import { configured } from "@/lib/billing/configured";
import { readOrder } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";
import { showOrder } from "@/lib/billing/order/show";
import { priceFor } from "@/lib/billing/queries/price";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isRunning } from "@/lib/billing/status";
import { stripeSource } from "@/lib/billing/stripe-source";
import { orTrouble } from "@/lib/billing/trouble";
import { env } from "@/lib/env";
import { visitorLocale } from "@/lib/locale/visitor";
import { sendLinkAgain } from "../confirm/actions";
import { beginCheckout, beginElsewhere, beginFree } from "./actions";

export const metadata: Metadata = { title: "Checkout" };

export default async function CheckoutPage({ searchParams }: PageProps<"/checkout">) {
  const { on: asked, ...given } = await searchParams;
  const typed = readOrder(given);
  if (!typed) notFound();
  const on = asked === "stripe" || asked === "here" ? asked : (configured.checkout ?? "here");
  const answer = await priceFor(typed.price);
  if (answer.found === "unknown") notFound();
  if (answer.found === "other" && answer.paid === "once") redirect(itemPath(typed.price, typed.currency));
  if (answer.found !== "for_sale") {
    const visitor = await currentUser();
    const own = visitor && (await subscriptionOf(visitor.id));
    return own && isRunning(own.status) ? <HasPlan own={own} wanted={null} /> : <NotForSale why={answer} />;
  }
  const user = await requireUser(checkoutPath(typed, on));
  const [current, locale] = await Promise.all([subscriptionOf(user.id), visitorLocale()]);
  if (current && isRunning(current.status)) return <HasPlan own={current} wanted={answer.price} />;
  const shown = await orTrouble(() => showOrder(user.id, answer.price, typed));
  if (shown.outcome === "trouble") return <InTrouble trouble={shown} />;
  if (shown.outcome === "address_needed") {
    return (
      <Stopped
        title="We need your address first"
        action={{ href: "/account/details", label: "Enter your address" }}
      >
        Taxes depend on where you are, and what you pay is said before you pay it. Come back here when it is
        saved.
      </Stopped>
    );
  }
  const refused = shown.faults.currency;
  if (refused?.fault === "not_in_settled") {
    const action = { href: "/pricing", label: "See the plans" };
    return <NotInTheirCurrency settled={refused.settled} currency={shown.terms.currency} action={action} />;
  }
  return (
    <CheckoutView
      shown={shown}
      typed={typed}
      email={user.email}
      sendAgain={sendLinkAgain}
      on={on}
      source={stripeSource()}
      returnUrl={`${env().APP_URL}/checkout/return`}
      locale={locale}
      begin={beginCheckout}
      beginFree={beginFree}
      beginElsewhere={beginElsewhere}
    />
  );
}
