import { Paid } from "@/components/checkout/paid";
import { DateText } from "@/components/ui/date-text";
import { Fact, Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { OwnItem } from "@/lib/billing/queries/own-items";

/** What was paid for something bought once, when and how. */
export function ItemReceipt({ item, locale }: { item: OwnItem; locale: string }) {
  const { name, receiptUrl, returnedOn } = item;
  return (
    <>
      <Facts>
        <Fact term="Bought">{name}</Fact>
        <Paid paid={item} locale={locale} />
        <Fact term={returnedOn ? "Given back on" : "Open"}>
          {returnedOn ? <DateText value={returnedOn} locale={locale} /> : "For good"}
        </Fact>
      </Facts>
      {receiptUrl && (
        <p className="mt-4 text-15">
          <TextLink href={receiptUrl}>The receipt of our payment service</TextLink>
        </p>
      )}
    </>
  );
}
