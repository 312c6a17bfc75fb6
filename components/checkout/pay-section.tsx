import { TextLink } from "@/components/ui/text-link";
import type { Order } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";
import type { ShownOrder } from "@/lib/billing/order/show";
import { formatMoney } from "@/lib/money";
import { BeginForm } from "./begin-form";
import type { StripeSource } from "./load-stripe";
import type { Begun } from "./message";
import { NextPayments } from "./next-payments";
import { PaymentForm } from "./payment-form";

type FormAction = (said: Begun | null, form: FormData) => Promise<Begun>;

type PaySectionProps = {
  shown: ShownOrder;
  /** The day of the first renewal, or of a trial's end. */
  nextOn: Date;
  on: "here" | "stripe";
  source: StripeSource;
  returnUrl: string;
  locale: string;
  begin: (order: Order) => Promise<Begun>;
  beginFree: FormAction;
  beginElsewhere: FormAction;
};

/** How an order is begun: with a card in our page, on Stripe's page, or with nothing to pay today. */
export function PaySection({ shown, nextOn, on, source, returnUrl, locale, ...actions }: PaySectionProps) {
  const { terms, quote, order } = shown;
  const { trial } = terms;
  const today = trial ? 0 : quote.first;
  const free = trial ? trial.card === "optional" : today === 0;
  const start = trial
    ? `Begin ${trial.days} days free`
    : `Begin for ${formatMoney(0, order.currency, locale)}`;
  if (free) {
    return (
      <>
        <Title>Nothing to pay today</Title>
        <div className="mb-6 space-y-2 text-15 text-ink-soft md:hidden">
          <NextPayments shown={shown} nextOn={nextOn} locale={locale} />
        </div>
        <BeginForm
          action={actions.beginFree}
          order={order}
          label={start}
          pendingLabel="Beginning your plan"
        />
      </>
    );
  }
  if (on === "stripe") {
    const label = trial ? start : `Go on to pay ${formatMoney(today, order.currency, locale)}`;
    return (
      <>
        <Title>Pay on Stripe’s page</Title>
        <p className="mb-6 text-15 text-ink-soft">
          Stripe, who takes our payments, asks for your card on a page of its own and brings you back.{" "}
          <TextLink href={checkoutPath(order, "here")}>Pay here instead</TextLink>
        </p>
        <BeginForm
          action={actions.beginElsewhere}
          order={order}
          label={label}
          pendingLabel="Leading you to Stripe"
        />
      </>
    );
  }
  return (
    <>
      <Title>{trial ? "Your card" : "Pay by card"}</Title>
      <noscript>
        <p className="mb-6">
          Paying here needs JavaScript: your card goes straight from this page to our payment service, and
          never to us.{" "}
          <a href={checkoutPath(order, "stripe")} className="text-accent underline">
            Pay on Stripe’s page instead
          </a>
        </p>
      </noscript>
      {trial && (
        <p className="mb-6 text-15 text-ink-soft">
          It is saved for the day your free days end. Nothing is charged before.
        </p>
      )}
      <PaymentForm
        key={JSON.stringify(order)}
        source={source}
        price={{ key: order, amount: today, currency: order.currency }}
        begin={actions.begin}
        returnUrl={returnUrl}
        locale={locale}
        trialDays={trial?.days}
      />
    </>
  );
}

function Title({ children }: { children: string }) {
  return (
    <h2 id="pay" className="mb-6 text-21 font-semibold">
      {children}
    </h2>
  );
}
