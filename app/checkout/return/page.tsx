import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Bought } from "@/components/checkout/bought";
import { Stopped } from "@/components/checkout/stopped";
import { Waiting } from "@/components/checkout/waiting";
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
  if (settled.outcome === "trouble") return <Waiting title={settled.title}>{settled.text}</Waiting>;
  if (settled.outcome === "ended") redirect("/account");
  if (settled.outcome === "succeeded") {
    const [receipt, locale] = await Promise.all([receiptOf(user.id, settled.paymentIntent), visitorLocale()]);
    if (receipt) return <Bought receipt={receipt} locale={locale} />;
  }
  if (settled.outcome === "failed" || settled.outcome === "requires_action") {
    const own = await subscriptionOf(user.id);
    const begun = own && begunOrder(own);
    const again = begun ? checkoutPath(begun) : "/pricing";
    const { title, text, label } = unpaid[settled.outcome];
    return (
      <Stopped title={title} action={{ href: again, label }}>
        {text} {settled.outcome === "failed" && settled.reason}
      </Stopped>
    );
  }
  return (
    <Waiting title="Your bank is taking its time">
      The payment is on its way and you needn't do anything: this page looks again by itself, and your account
      page will show your plan as soon as the bank has said yes.
    </Waiting>
  );
}

const unpaid = {
  failed: {
    title: "The payment didn't go through",
    text: "Nothing was charged, and your plan hasn't begun.",
    label: "Try again",
  },
  requires_action: {
    title: "The payment isn't finished",
    text: "Your bank wants to hear from you first. Nothing has been charged yet, and your plan hasn't begun.",
    label: "Go on with the payment",
  },
};
