import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stopped } from "@/components/checkout/stopped";
import { ItemPaymentForm } from "@/components/items/item-payment-form";
import { ItemSummary } from "@/components/items/item-summary";
import { itemPath } from "@/components/items/path";
import { inSentence } from "@/components/library/opened-by";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { requireUser } from "@/lib/auth/session";
import { itemFor } from "@/lib/billing/queries/items";
import { itemsOf } from "@/lib/billing/queries/own-items";
import { stripeSource } from "@/lib/billing/stripe-source";
import { env } from "@/lib/env";
import { visitorLocale } from "@/lib/locale/visitor";
import { beginPurchase } from "../actions";

export const metadata: Metadata = { title: "Buy once" };

export default async function BuyPage({ params }: PageProps<"/buy/[item]">) {
  const key = decodeURIComponent((await params).item);
  const user = await requireUser(itemPath(key));
  const [answer, own, locale] = await Promise.all([itemFor(key), itemsOf(user.id), visitorLocale()]);
  if (answer.found === "unknown") notFound();
  if (answer.found === "withdrawn") {
    return (
      <Stopped title="This isn't offered any more" action={{ href: "/library", label: "Go to the library" }}>
        It was for sale once. Those who bought it keep it.
      </Stopped>
    );
  }
  const { item } = answer;
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
  return (
    <Column>
      <PageTitle>Buy {inSentence(item.name)}</PageTitle>
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-[minmax(0,1fr)_minmax(0,27.5rem)]">
        <aside aria-label="Your order" className="md:order-2 md:border-l md:border-line md:pl-8">
          <ItemSummary item={item} locale={locale} />
        </aside>
        <section aria-labelledby="pay">
          <h2 id="pay" className="mb-6 text-21 font-semibold">
            Pay by card
          </h2>
          <noscript>
            <p className="mb-6">
              Paying needs JavaScript: your card goes straight from this page to our payment service, and
              never to us.
            </p>
          </noscript>
          <ItemPaymentForm
            source={stripeSource()}
            item={{ key, amount: item.amount, currency: item.currency }}
            begin={beginPurchase}
            returnUrl={`${env().APP_URL}/buy/return`}
            locale={locale}
          />
        </section>
      </div>
    </Column>
  );
}
