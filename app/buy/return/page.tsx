import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stopped } from "@/components/checkout/stopped";
import { Waiting } from "@/components/checkout/waiting";
import { ItemReceipt } from "@/components/items/item-receipt";
import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { requireUser } from "@/lib/auth/session";
import { ownItem } from "@/lib/billing/queries/own-items";
import { settleItem } from "@/lib/billing/settle-item";
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
  if (settled.outcome === "trouble") return <Waiting title={settled.title}>{settled.text}</Waiting>;
  if (settled.outcome === "failed" || settled.outcome === "requires_action") {
    return (
      <Stopped title="The payment didn't go through" action={{ href: "/pricing#once", label: "Try again" }}>
        Nothing was charged. {settled.outcome === "failed" && settled.reason}
      </Stopped>
    );
  }
  if (settled.outcome === "processing") {
    return (
      <Waiting title="Your bank is taking its time">
        The payment is on its way and you needn't do anything: this page looks again by itself.
      </Waiting>
    );
  }
  const [item, locale] = await Promise.all([
    ownItem(user.id, { payment: settled.paymentIntent }),
    visitorLocale(),
  ]);
  if (!item) notFound();
  return (
    <Column width="reading">
      <PageTitle
        lead={item.returnedOn ? "What you paid for it was given back." : "It stays open to you for good."}
      >
        {item.returnedOn ? `${item.name} was yours` : `${item.name} is yours`}
      </PageTitle>
      <div className="mb-12 flex flex-wrap gap-3">
        <LinkButton href="/library" variant="primary">
          Go to the library
        </LinkButton>
        <LinkButton href="/account">See your account</LinkButton>
      </div>
      <h2 className="mb-4 text-21 font-semibold">Your receipt</h2>
      <ItemReceipt item={item} locale={locale} />
    </Column>
  );
}
