import type { ReactNode } from "react";
import type { ShownOrder } from "@/lib/billing/order/show";
import { formatMoney } from "@/lib/money";
import { every } from "./every";
import { NextPayments } from "./next-payments";

type OrderSummaryProps = {
  shown: ShownOrder /** The day of the first renewal, or of a trial's end. */;
  nextOn: Date;
  locale: string;
};

/** What the person gets, what it costs today, and what happens then. */
export function OrderSummary({ shown, nextOn, locale }: OrderSummaryProps) {
  const { terms, quote, features } = shown;
  const { price, currency, seats, amount, promotion, trial } = terms;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return (
    <div className="space-y-6">
      <div>
        <p className="text-21 font-semibold">{price.productName}</p>
        <ul className="mt-2 space-y-1 text-15 text-ink-soft">
          {features.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ul>
      </div>
      <dl className="space-y-2 border-y border-line py-4 text-15">
        <Line term={`${price.productName}, ${every[price.interval]}`}>{money(amount)}</Line>
        {seats > 1 && <Line term={`For ${seats} seats`}>{money(quote.subtotal)}</Line>}
        {promotion && <Line term={`Code ${promotion.code}`}>{money(-quote.off)}</Line>}
        {quote.tax !== null && <Line term="Tax">{money(quote.tax)}</Line>}
        {trial && <Line term={`After ${trial.days} days`}>{money(quote.first)}</Line>}
        <Line term="Total today" strong>
          {money(trial ? 0 : quote.first)}
        </Line>
      </dl>
      <div className="space-y-2 text-15 text-ink-soft">
        <NextPayments shown={shown} nextOn={nextOn} locale={locale} />
        <p>Cancel on your account page whenever you like: what you have paid for stays open to its end.</p>
      </div>
    </div>
  );
}

function Line({ term, strong = false, children }: { term: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={`flex justify-between gap-4 ${strong ? "text-17 font-semibold" : ""}`}>
      <dt>{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
