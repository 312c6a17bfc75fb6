import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import type { Interval } from "@/lib/billing/config";
import { formatMoney } from "@/lib/money";

type OrderSummaryProps = {
  planName: string;
  features: { key: string; name: string }[];
  amount: number;
  currency: string;
  interval: Interval;
  renewsOn: Date;
  locale: string;
};

const every: Record<Interval, string> = { month: "every month", year: "every year" };

/** What the person gets, what it costs today, and what happens then. */
export function OrderSummary(order: OrderSummaryProps) {
  const price = formatMoney(order.amount, order.currency, order.locale);
  return (
    <div className="space-y-6">
      <div>
        <p className="text-21 font-semibold">{order.planName}</p>
        <ul className="mt-2 space-y-1 text-15 text-ink-soft">
          {order.features.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ul>
      </div>
      <dl className="space-y-2 border-y border-line py-4 text-15">
        <Line term={`${order.planName}, ${every[order.interval]}`}>{price}</Line>
        <Line term="Total today" strong>
          {price}
        </Line>
      </dl>
      <div className="space-y-2 text-15 text-ink-soft">
        <p>
          It renews on <DateText value={order.renewsOn} locale={order.locale} /> for {price}, and{" "}
          {every[order.interval]} after that.
        </p>
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
