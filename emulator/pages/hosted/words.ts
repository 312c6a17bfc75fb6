import type { InvoiceStatus, InvoiceView } from "../../hosted/invoice-view";
import type { ReceiptStatus } from "../../hosted/receipt-view";

const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** "Nov 22, 2026", from Unix seconds. */
export function day(seconds: number): string {
  return DAY.format(seconds * 1000);
}

/** "Nov 22, 2026 – Dec 22, 2026"; nothing for a line about a moment. */
export function periodText(period: InvoiceView["lines"][number]["period"]): string | null {
  return period === null ? null : `${day(period.start)} – ${day(period.end)}`;
}

const STATUS: Readonly<Record<InvoiceStatus, (invoice: InvoiceView) => string>> = {
  open: ({ due }) => (due === null ? "To be paid" : `To be paid by ${day(due)}`),
  paid: ({ paid }) => (paid === null ? "Paid" : `Paid on ${day(paid)}`),
  uncollectible: () => "Marked as uncollectible",
  void: () => "Voided: nothing is to be paid",
};

/** An invoice's status in words. */
export function invoiceStatus(invoice: InvoiceView): string {
  return STATUS[invoice.status](invoice);
}

/** A payment's status in words. */
export const RECEIPT_STATUS: Readonly<Record<ReceiptStatus, string>> = {
  authorized: "Authorized: nothing is paid yet",
  paid: "Paid",
  "partly refunded": "Refunded in part",
  refunded: "Refunded",
};

/** What an invoice says about itself beside its lines and its status: label and value. */
export function invoiceFacts(invoice: InvoiceView): Array<readonly [label: string, value: string]> {
  const { number, issued, due, status } = invoice;
  return [
    ["Invoice number", number],
    ["Issued", day(issued)],
    ...(due === null || status === "open" ? [] : [["Due", day(due)] as const]),
  ];
}
