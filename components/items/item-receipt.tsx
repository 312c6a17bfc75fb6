import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { OwnItem } from "@/lib/billing/queries/own-items";
import { formatMoney } from "@/lib/money";

/** What was paid for something bought once, when and how. */
export function ItemReceipt({ item, locale }: { item: OwnItem; locale: string }) {
  const { name, amount, currency, paidOn, card, receiptUrl, returnedOn } = item;
  return (
    <>
      <dl className="border-t border-line text-15">
        <Line term="Bought">{name}</Line>
        <Line term="Paid">{formatMoney(amount, currency, locale)}</Line>
        <Line term="On">
          <DateText value={paidOn} locale={locale} />
        </Line>
        {card && (
          <Line term="Card">
            <span className="capitalize">{card.brand}</span> ending in {card.last4}
          </Line>
        )}
        <Line term={returnedOn ? "Given back on" : "Open"}>
          {returnedOn ? <DateText value={returnedOn} locale={locale} /> : "For good"}
        </Line>
      </dl>
      {receiptUrl && (
        <p className="mt-4 text-15">
          <TextLink href={receiptUrl}>The receipt of our payment service</TextLink>
        </p>
      )}
    </>
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
