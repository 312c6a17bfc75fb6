import type { ComponentProps } from "react";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { Question } from "@/components/ui/question";
import type { Order } from "@/lib/billing/order/order";
import { renewalDate } from "@/lib/billing/renewal-date";
import { formatMoney } from "@/lib/money";
import { OrderDetails } from "./order-details";
import { OrderSummary } from "./order-summary";
import { PaySection } from "./pay-section";

type CheckoutViewProps = Omit<ComponentProps<typeof PaySection>, "nextOn"> & {
  /** The order as it was typed, which may not be what can be had. */
  typed: Order;
};

/** The checkout: left what the person does, right what they get; on a phone that folds on top. */
export function CheckoutView({ typed, ...pay }: CheckoutViewProps) {
  const { shown, locale, on } = pay;
  const { price, trial, currency } = shown.terms;
  const today = formatMoney(trial ? 0 : shown.quote.first, currency, locale);
  const now = new Date();
  const nextOn = trial ? new Date(now.getTime() + trial.days * 86_400_000) : renewalDate(now, price.interval);
  const summary = <OrderSummary shown={shown} nextOn={nextOn} locale={locale} />;
  return (
    <Column>
      <PageTitle>{trial ? `Try ${price.productName}` : `Subscribe to ${price.productName}`}</PageTitle>
      <div className="grid gap-x-8 gap-y-8 md:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-16 lg:grid-cols-[minmax(0,27.5rem)_minmax(0,1fr)]">
        <div className="md:hidden">
          <Question ask={`What you get for ${today} today`}>{summary}</Question>
        </div>
        <section aria-labelledby="pay">
          <OrderDetails shown={shown} typed={typed} on={on} />
          <PaySection {...pay} nextOn={nextOn} />
        </section>
        <aside
          aria-label="Your order"
          className="hidden md:block md:border-l md:border-line md:pl-8 lg:pl-16"
        >
          {summary}
        </aside>
      </div>
    </Column>
  );
}
