import type { Receipt as ReceiptOf } from "@/lib/billing/queries/receipt";
import { Arrived } from "./arrived";
import { whatOpened } from "./opened";
import { Receipt } from "./receipt";

/** After paying for a plan. */
export function Bought({ receipt, locale }: { receipt: ReceiptOf; locale: string }) {
  return (
    <Arrived
      title={`${receipt.planName} is yours`}
      lead={whatOpened(receipt.features)}
      receipt={<Receipt receipt={receipt} locale={locale} />}
    />
  );
}
