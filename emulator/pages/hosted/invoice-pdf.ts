import type { InvoiceLine, InvoiceView } from "../../hosted/invoice-view";
import type { Download } from "../page";
import { type Row, Sheet } from "./sheet";
import { invoiceFacts, invoiceStatus, periodText } from "./words";

/** The invoice on paper: what its page says, on as many pages as its lines need. */
export async function invoicePdf(invoice: InvoiceView): Promise<Download> {
  const sheet = new Sheet({
    Title: `Invoice ${invoice.number}`,
    Author: invoice.seller,
    CreationDate: new Date(invoice.issued * 1000),
  });
  writeHead(sheet, invoice);
  writeLines(sheet, invoice);
  writeTotals(sheet, invoice);
  return {
    status: 200,
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="Invoice-${invoice.number.replace(/[^\w-]/g, "")}.pdf"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
    body: await sheet.end(),
  };
}

function writeHead(sheet: Sheet, invoice: InvoiceView): void {
  sheet.row(
    { text: "Invoice", share: 0.5, size: 22, strong: true },
    { text: invoice.seller, share: 0.5, size: 14, right: true },
  );
  sheet.gap(16);
  for (const [label, value] of [...invoiceFacts(invoice), ["Status", invoiceStatus(invoice)] as const]) {
    sheet.row({ text: label, share: 0.25, soft: true }, { text: value, share: 0.75 });
  }
  sheet.gap(20);
  sheet.row({ text: "From", share: 0.5, strong: true }, { text: "Billed to", share: 0.5, strong: true });
  sheet.row({ text: invoice.seller, share: 0.5 }, { text: invoice.billedTo.join("\n"), share: 0.5 });
  sheet.gap(24);
}

function writeLines(sheet: Sheet, { lines }: InvoiceView): void {
  const headings = [
    { text: "Description", share: 0.62, soft: true },
    { text: "Qty", share: 0.13, soft: true, right: true },
    { text: "Amount", share: 0.25, soft: true, right: true },
  ];
  sheet.table(headings, lines.map(lineRows));
}

function lineRows({ description, period, quantity, amount }: InvoiceLine): Row[] {
  const when = periodText(period);
  const line = [
    { text: description, share: 0.62 },
    { text: quantity === null ? "" : String(quantity), share: 0.13, right: true },
    { text: amount, share: 0.25, right: true },
  ];
  return when === null ? [line] : [line, [{ text: when, share: 0.62, size: 9, soft: true }]];
}

function writeTotals(sheet: Sheet, { totals, memo, footer }: InvoiceView): void {
  sheet.gap(4);
  sheet.together(
    totals.map(({ label, amount }, index) => {
      const strong = index === totals.length - 1;
      return [
        { text: "", share: 0.45 },
        { text: label, share: 0.3, strong, below: 4 },
        { text: amount, share: 0.25, strong, right: true },
      ];
    }),
  );
  for (const text of [memo, footer]) {
    if (text === null) continue;
    sheet.gap(16);
    sheet.row({ text, share: 1, soft: true });
  }
}
