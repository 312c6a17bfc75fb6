import { customerWith } from "../../support/shop";
import type { Guide } from "../tour";

/** What is taken back of invoices, before and after they are paid. */
export async function creditNotes({ stripe }: Guide): Promise<void> {
  const customer = await customerWith(stripe, "pm_card_visa");
  const open = await finalized();
  const [line] = open.lines.data;
  const lines = [{ amount: 500, invoice_line_item: line?.id ?? "", type: "invoice_line_item" as const }];
  await stripe.creditNotes.preview({ invoice: open.id, lines });
  await stripe.creditNotes.listPreviewLineItems({ invoice: open.id, lines });
  const reduced = await stripe.creditNotes.create({ invoice: open.id, lines });
  await stripe.creditNotes.update(reduced.id, { memo: "With our apologies" });
  await stripe.creditNotes.voidCreditNote(reduced.id);

  const paid = await stripe.invoices.pay((await finalized()).id);
  const note = await stripe.creditNotes.create({
    amount: 1500,
    credit_amount: 500,
    invoice: paid.id,
    refund_amount: 1000,
  });
  await stripe.creditNotes.retrieve(note.id, { expand: ["refunds.refund", "customer_balance_transaction"] });
  await stripe.creditNotes.listLineItems(note.id);
  await stripe.creditNotes.list({ customer: customer.id });

  async function finalized() {
    const invoice = await stripe.invoices.create({ customer: customer.id });
    await stripe.invoiceItems.create({
      amount: 2000,
      currency: "usd",
      customer: customer.id,
      invoice: invoice.id,
    });
    return stripe.invoices.finalizeInvoice(invoice.id);
  }
}
