import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changePath } from "@/components/account/change-path";
import { OrderSummary } from "@/components/checkout/order-summary";
import { checkoutPath } from "@/components/checkout/path";
import { PaymentForm } from "@/components/checkout/payment-form";
import { Stopped } from "@/components/checkout/stopped";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { Question } from "@/components/ui/question";
import { requireUser } from "@/lib/auth/session";
import { isChangeable } from "@/lib/billing/changeable";
import { planFeatures } from "@/lib/billing/queries/plan-features";
import { priceFor } from "@/lib/billing/queries/price";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { renewalDate } from "@/lib/billing/renewal-date";
import { isRunning } from "@/lib/billing/status";
import { stripeSource } from "@/lib/billing/stripe-source";
import { env } from "@/lib/env";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { beginCheckout } from "./actions";

export const metadata: Metadata = { title: "Checkout" };

export default async function CheckoutPage({ searchParams }: PageProps<"/checkout">) {
  const { price: key } = await searchParams;
  if (typeof key !== "string") notFound();
  const user = await requireUser(checkoutPath(key));
  const [answer, current, locale] = await Promise.all([
    priceFor(key),
    subscriptionOf(user.id),
    visitorLocale(),
  ]);
  if (answer.found === "unknown") notFound();
  if (current && isRunning(current.status)) {
    return (
      <Stopped
        title={`You already have ${current.planName}`}
        action={
          isChangeable(current)
            ? { href: changePath(key), label: "See what changing to it costs" }
            : { href: "/account", label: "Go to your account" }
        }
      >
        One person holds one subscription here, and nothing has been charged.
      </Stopped>
    );
  }
  if (answer.found === "withdrawn") {
    return (
      <Stopped
        title="This price isn't offered any more"
        action={{ href: "/pricing", label: "See the plans" }}
      >
        It was for sale once. What we offer now is on the pricing page.
      </Stopped>
    );
  }
  const { price } = answer;
  const order = {
    planName: price.productName,
    features: await planFeatures(price.productId),
    amount: price.amount,
    currency: price.currency,
    interval: price.interval,
    renewsOn: renewalDate(new Date(), price.interval),
    locale,
  };
  return (
    <Column>
      <PageTitle>Subscribe to {price.productName}</PageTitle>
      <div className="grid gap-x-8 gap-y-8 md:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-16 lg:grid-cols-[minmax(0,27.5rem)_minmax(0,1fr)]">
        <div className="md:hidden">
          <Question ask={`What you get for ${formatMoney(price.amount, price.currency, locale)}`}>
            <OrderSummary {...order} />
          </Question>
        </div>
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
          <PaymentForm
            source={stripeSource()}
            price={{ key, amount: price.amount, currency: price.currency }}
            begin={beginCheckout}
            returnUrl={`${env().APP_URL}/checkout/return`}
            locale={locale}
          />
        </section>
        <aside
          aria-label="Your order"
          className="hidden md:block md:border-l md:border-line md:pl-8 lg:pl-16"
        >
          <OrderSummary {...order} />
        </aside>
      </div>
    </Column>
  );
}
