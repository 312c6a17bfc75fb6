import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { Fact } from "@/components/ui/facts";
import { formatMoney } from "@/lib/money";

type PaidProps = {
  /** Minor units of `currency`. */
  paid: { amount: number; currency: string; paidOn: Date; card: { brand: string; last4: string } | null };
  locale: string;
};

/** What every receipt says of a payment: how much, when, and with which card. Within `Facts`. */
export function Paid({ paid: { amount, currency, paidOn, card }, locale }: PaidProps): ReactNode {
  return (
    <>
      <Fact term="Paid">{formatMoney(amount, currency, locale)}</Fact>
      <Fact term="On">
        <DateText value={paidOn} locale={locale} />
      </Fact>
      {card && (
        <Fact term="Card">
          <span className="capitalize">{card.brand}</span> ending in {card.last4}
        </Fact>
      )}
    </>
  );
}
