import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Bought } from "@/components/checkout/bought";
import { InTrouble } from "@/components/checkout/in-trouble";
import { NotPaid, PaymentOnItsWay } from "@/components/checkout/not-paid";
import { requireUser } from "@/lib/auth/session";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { begunOrder } from "@/lib/billing/order/begun";
import { checkoutPath } from "@/lib/billing/order/path";
import { receiptOf } from "@/lib/billing/queries/receipt";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { orTrouble } from "@/lib/billing/trouble";
import { visitorLocale } from "@/lib/locale/visitor";
import { TrialReturn } from "./trial-return";

export const metadata: Metadata = { title: "Your payment" };

/** Where Stripe sends the browser after a payment. What it says in the address is only where to look. */
export default async function ReturnPage({ searchParams }: PageProps<"/checkout/return">) {
  const { payment_intent_client_secret: clientSecret, setup_intent_client_secret: cardSecret } =
    await searchParams;
  if (typeof cardSecret === "string") return <TrialReturn clientSecret={cardSecret} />;
  if (typeof clientSecret !== "string") notFound();
  const user = await requireUser(
    `/checkout/return?${new URLSearchParams({ payment_intent_client_secret: clientSecret })}`,
  );
  const settled = await orTrouble(() => settleReturn({ userId: user.id, clientSecret }));
  if (settled.outcome === "not_found") notFound();
  if (settled.outcome === "trouble") return <InTrouble trouble={settled} />;
  if (settled.outcome === "ended") redirect("/account");
  if (settled.outcome === "succeeded") {
    const [receipt, locale] = await Promise.all([receiptOf(user.id, settled.paymentIntent), visitorLocale()]);
    if (receipt) return <Bought receipt={receipt} locale={locale} />;
  }
  if (settled.outcome === "failed" || settled.outcome === "requires_action") {
    const own = await subscriptionOf(user.id);
    const begun = own && begunOrder(own);
    return <NotPaid settled={settled} bought="plan" again={begun ? checkoutPath(begun) : "/pricing"} />;
  }
  return <PaymentOnItsWay bought="plan" />;
}
