import type { ComponentProps } from "react";
import type { SendAgainForm } from "@/components/confirmation/send-again-form";
import type { Order } from "@/lib/billing/order/order";
import { renewalDate } from "@/lib/billing/plan/renewal-date";
import { formatMoney } from "@/lib/money";
import { FreeDaysWait } from "./free-days-wait";
import { OrderDetails } from "./order-details";
import { OrderLayout } from "./order-layout";
import { OrderSummary } from "./order-summary";
import { PaySection } from "./pay-section";

type CheckoutViewProps = Omit<ComponentProps<typeof PaySection>, "nextOn"> & {
  /** The order as it was typed, which may not be what can be had. */
  typed: Order;
  /** Of whoever buys. */
  email: string;
  /** Has the link sent again that confirms it. */
  sendAgain: ComponentProps<typeof SendAgainForm>["action"];
};

/** The checkout of a plan. */
export function CheckoutView({ typed, email, sendAgain, ...pay }: CheckoutViewProps) {
  const { shown, locale, on } = pay;
  const { price, trial, currency } = shown.terms;
  const today = formatMoney(trial ? 0 : shown.quote.first, currency, locale);
  const now = new Date();
  const nextOn = trial ? new Date(now.getTime() + trial.days * 86_400_000) : renewalDate(now, price.interval);
  return (
    <OrderLayout
      title={trial ? `Try ${price.productName}` : `Subscribe to ${price.productName}`}
      today={today}
      summary={<OrderSummary shown={shown} nextOn={nextOn} locale={locale} />}
    >
      {shown.unconfirmed && (
        <FreeDaysWait
          days={shown.unconfirmed.days}
          order={shown.order}
          on={on}
          email={email}
          action={sendAgain}
        />
      )}
      <OrderDetails shown={shown} typed={typed} on={on} />
      <PaySection {...pay} nextOn={nextOn} />
    </OrderLayout>
  );
}
