import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NotInTheirCurrency } from "@/components/checkout/not-in-their-currency";
import { currencyWords } from "@/components/checkout/order-faults";
import { OrderLayout } from "@/components/checkout/order-layout";
import { PaymentForm } from "@/components/checkout/payment-form";
import { Stopped } from "@/components/checkout/stopped";
import { ItemSummary } from "@/components/items/item-summary";
import { itemPath } from "@/components/items/path";
import { inSentence } from "@/components/library/opened-by";
import { Notice } from "@/components/ui/notice";
import { requireUser } from "@/lib/auth/session";
import { currencyFor } from "@/lib/billing/order/currency";
import { itemFor, itemIn } from "@/lib/billing/queries/items";
import { itemsOf } from "@/lib/billing/queries/own-items";
import { settledCurrency } from "@/lib/billing/queries/settled-currency";
import { stripeSource } from "@/lib/billing/stripe-source";
import { env } from "@/lib/env";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { beginPurchase } from "../actions";

export const metadata: Metadata = { title: "Buy once" };

export default async function BuyPage({ params, searchParams }: PageProps<"/buy/[item]">) {
  const [{ item: named }, { currency: asked }] = await Promise.all([params, searchParams]);
  const key = decodeURIComponent(named);
  const wanted = typeof asked === "string" ? asked.toLowerCase().slice(0, 3) : "";
  const answer = await itemFor(key);
  if (answer.found === "unknown") notFound();
  if (answer.found === "withdrawn") {
    return (
      <Stopped title="This isn't on offer" action={{ href: "/library", label: "Go to the library" }}>
        It may have been for sale once. Whoever bought it keeps it.
      </Stopped>
    );
  }
  const user = await requireUser(itemPath(key, wanted));
  const [own, settled, locale] = await Promise.all([
    itemsOf(user.id),
    settledCurrency(user.id),
    visitorLocale(),
  ]);
  const { currency, fault } = currencyFor(answer.item, wanted, settled);
  const item = itemIn(answer.item, currency);
  if (own.some(({ productId }) => productId === item.productId)) {
    return (
      <Stopped
        title={`${item.name} is yours already`}
        action={{ href: "/library", label: "Go to the library" }}
      >
        You have bought it, and nothing has been charged again. Its receipt is on your account page.
      </Stopped>
    );
  }
  if (fault?.fault === "not_in_settled") {
    const action = { href: "/library", label: "Go to the library" };
    return <NotInTheirCurrency settled={fault.settled} currency={currency} action={action} />;
  }
  return (
    <OrderLayout
      title={`Buy ${inSentence(item.name)}`}
      today={formatMoney(item.amount, item.currency, locale)}
      summary={<ItemSummary item={item} locale={locale} />}
    >
      <h2 id="pay" className="mb-6 text-21 font-semibold">
        Pay by card
      </h2>
      {fault && (
        <div className="mb-6">
          <Notice title="Another currency than you asked for">{currencyWords(fault)}</Notice>
        </div>
      )}
      <noscript>
        <p className="mb-6">
          Paying needs JavaScript: your card goes straight from this page to our payment service, and never to
          us.
        </p>
      </noscript>
      <PaymentForm
        mode="payment"
        source={stripeSource()}
        price={{ key: { item: key, currency }, amount: item.amount, currency }}
        begin={beginPurchase}
        returnUrl={`${env().APP_URL}/buy/return`}
        locale={locale}
      />
    </OrderLayout>
  );
}
