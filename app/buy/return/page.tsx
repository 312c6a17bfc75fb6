import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Arrived } from "@/components/checkout/arrived";
import { InTrouble } from "@/components/checkout/in-trouble";
import { NotPaid, PaymentOnItsWay } from "@/components/checkout/not-paid";
import { ItemReceipt } from "@/components/items/item-receipt";
import { itemPath } from "@/components/items/path";
import { requireUser } from "@/lib/auth/session";
import { intentIdOf } from "@/lib/billing/ids";
import { settleItem } from "@/lib/billing/items/settle-item";
import { begunItem, ownItem } from "@/lib/billing/queries/own-items";
import { orTrouble } from "@/lib/billing/trouble";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Your payment" };

/** Where Stripe sends the browser after paying for something bought once. What it says in the address is only where to look. */
export default async function BuyReturnPage({ searchParams }: PageProps<"/buy/return">) {
  const { payment_intent_client_secret: clientSecret } = await searchParams;
  if (typeof clientSecret !== "string") notFound();
  const user = await requireUser(
    `/buy/return?${new URLSearchParams({ payment_intent_client_secret: clientSecret })}`,
  );
  const settled = await orTrouble(() => settleItem({ userId: user.id, clientSecret }));
  if (settled.outcome === "not_found") notFound();
  if (settled.outcome === "trouble") return <InTrouble trouble={settled} />;
  if (settled.outcome === "failed" || settled.outcome === "requires_action") {
    const begun = await begunItem(user.id, intentIdOf(clientSecret) ?? "");
    const again = begun ? itemPath(begun.key, begun.currency) : "/pricing#once";
    return <NotPaid settled={settled} bought="item" again={again} />;
  }
  if (settled.outcome === "processing") return <PaymentOnItsWay bought="item" />;
  const [item, locale] = await Promise.all([
    ownItem(user.id, { payment: settled.paymentIntent }),
    visitorLocale(),
  ]);
  if (!item) notFound();
  return (
    <Arrived
      title={item.returnedOn ? `${item.name} was yours` : `${item.name} is yours`}
      lead={item.returnedOn ? "What you paid for it was given back." : "It stays open to you for good."}
      receipt={<ItemReceipt item={item} locale={locale} />}
    />
  );
}
