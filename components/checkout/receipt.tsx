import { DateText } from "@/components/ui/date-text";
import { Fact, Facts } from "@/components/ui/facts";
import type { Receipt as ReceiptOf } from "@/lib/billing/queries/receipt";
import { Paid } from "./paid";

/** What was paid for a plan, how, and until when it holds. */
export function Receipt({ receipt, locale }: { receipt: ReceiptOf; locale: string }) {
  const { planName, invoiceNumber, periodEnd } = receipt;
  return (
    <Facts>
      <Fact term="Plan">{planName}</Fact>
      <Paid paid={receipt} locale={locale} />
      {invoiceNumber && (
        <Fact term="Invoice">
          <span className="font-mono">{invoiceNumber}</span>
        </Fact>
      )}
      <Fact term="Paid until">
        <DateText value={periodEnd} locale={locale} />
      </Fact>
    </Facts>
  );
}
