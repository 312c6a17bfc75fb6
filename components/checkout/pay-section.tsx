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
  const way = free ? "free" : on;
  const start = trial ? `Begin ${trial.days} days free` : `Begin for ${money(0)}`;
  return (
    <>
      <h2 id="pay" className="mb-6 text-21 font-semibold">
        {titles[way](trial !== null)}
      </h2>
      <div className="mb-6 space-y-2 text-15 text-ink-soft md:hidden">
        <NextPayments shown={shown} nextOn={nextOn} locale={locale} />
      </div>
      {way === "stripe" && (
        <p className="mb-6 text-15 text-ink-soft">
          Stripe, who takes our payments, asks for your card on a page of its own and brings you back.{" "}
          <TextLink href={checkoutPath(order, "here")}>Pay here instead</TextLink>
        </p>
      )}
      {way === "here" ? (
        <>
          <BeforeCard order={order} saved={trial !== null} />
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
      ) : (
        <BeginForm
          action={way === "free" ? actions.beginFree : actions.beginElsewhere}
          order={order}
          label={way === "free" || trial ? start : `Go on to pay ${money(today)}`}
          pendingLabel={way === "free" ? "Beginning your plan" : "Leading you to Stripe"}
        />
      )}
    </>
  );

  function money(minor: number): string {
    return formatMoney(minor, order.currency, locale);
  }
}

const titles = {
  free: () => "Nothing to pay today",
  stripe: () => "Pay on Stripe's page",
  here: (saved: boolean) => (saved ? "Your card" : "Pay by card"),
};

/** @param saved the card is only saved, for the end of a trial */
function BeforeCard({ order, saved }: { order: Order; saved: boolean }) {
  return (
    <>
      <noscript>
        <p className="mb-6">
          Paying here needs JavaScript: your card goes straight from this page to our payment service, and
          never to us.{" "}
          <a href={checkoutPath(order, "stripe")} className="text-accent underline">
            Pay on Stripe's page instead
          </a>
        </p>
      </noscript>
      {saved && (
        <p className="mb-6 text-15 text-ink-soft">
          It is saved for the day your free days end. Nothing is charged before.
        </p>
      )}
    </>
  );
}
