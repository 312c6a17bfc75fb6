import { customerWith } from "../../support/shop";
import type { Guide } from "../tour";

/** Invoices made by hand, in every state. */
export async function invoices({ stripe }: Guide): Promise<void> {
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const item = await stripe.invoiceItems.create({ customer, amount: 1500, currency: "usd" });
  await stripe.invoiceItems.update(item.id, { description: "A long read" });
  await stripe.invoiceItems.retrieve(item.id);
  await stripe.invoiceItems.list({ customer });
  const dropped = await stripe.invoiceItems.create({ customer, amount: 100, currency: "usd" });
  await stripe.invoiceItems.del(dropped.id);

  const paid = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  await stripe.invoices.update(paid.id, { description: "For reading" });
  await stripe.invoices.finalizeInvoice(paid.id, { expand: ["confirmation_secret"] });
  await stripe.invoices.pay(paid.id);
  await stripe.invoices.retrieve(paid.id, { expand: ["payments"] });
  await stripe.invoices.list({ customer });
  await stripe.invoices.listLineItems(paid.id);
  const [payment] = (await stripe.invoicePayments.list({ invoice: paid.id })).data;
  await stripe.invoicePayments.retrieve(payment?.id ?? "");

  const edited = await stripe.invoices.create({ customer });
  await stripe.invoices.addLines(edited.id, { lines: [{ amount: 300, description: "A note" }] });
  const [line] = (await stripe.invoices.listLineItems(edited.id)).data;
  const id = line?.id ?? "";
  await stripe.invoices.updateLines(edited.id, { lines: [{ id, amount: 400 }] });
  await stripe.invoices.updateLineItem(edited.id, id, { description: "A long note" });
  await stripe.invoices.removeLines(edited.id, { lines: [{ id, behavior: "unassign" }] });
  await stripe.invoices.createPreview({ customer });

  const sent = await openInvoice({ stripe, customer });
  await stripe.invoices.sendInvoice(sent);
  await stripe.invoices.voidInvoice(sent);
  await stripe.invoices.markUncollectible(await openInvoice({ stripe, customer }));
  const transfer = await stripe.paymentIntents.create({
    amount: 700,
    confirm: true,
    currency: "usd",
    customer,
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await stripe.invoices.attachPayment(await openInvoice({ stripe, customer }), {
    payment_intent: transfer.id,
  });
  const draft = await stripe.invoices.create({ customer });
  await stripe.invoices.del(draft.id);
}

async function openInvoice({ stripe, customer }: Pick<Guide, "stripe"> & { customer: string }) {
  const invoice = await stripe.invoices.create({
    collection_method: "send_invoice",
    customer,
    days_until_due: 7,
  });
  await stripe.invoiceItems.create({ customer, invoice: invoice.id, amount: 700, currency: "usd" });
  await stripe.invoices.finalizeInvoice(invoice.id);
  return invoice.id;
}
