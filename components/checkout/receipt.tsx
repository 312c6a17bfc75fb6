import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import type { Receipt as ReceiptOf } from "@/lib/billing/queries/receipt";
import { formatMoney } from "@/lib/money";

/** What was paid, how, and until when it holds. */
export function Receipt({ receipt, locale }: { receipt: ReceiptOf; locale: string }) {
  const { planName, amount, currency, paidOn, invoiceNumber, card, periodEnd } = receipt;
  return (
    <dl className="border-t border-line text-15">
      <Line term="Plan">{planName}</Line>
      <Line term="Paid">{formatMoney(amount, currency, locale)}</Line>
      <Line term="On">
        <DateText value={paidOn} locale={locale} />
      </Line>
      {card && (
        <Line term="Card">
          <span className="capitalize">{card.brand}</span> ending in {card.last4}
        </Line>
      )}
      {invoiceNumber && (
        <Line term="Invoice">
          <span className="font-mono">{invoiceNumber}</span>
        </Line>
      )}
      <Line term="Paid until">
        <DateText value={periodEnd} locale={locale} />
      </Line>
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 border-b border-line py-3">
      <dt className="text-ink-soft">{term}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </div>
  );
}
