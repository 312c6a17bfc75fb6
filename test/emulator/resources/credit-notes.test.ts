import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

/** An open invoice of two lines, $30.00 and 3 × $10.00. */
async function openInvoice(stripe: Stripe, params: Stripe.InvoiceCreateParams = {}, card = "pm_card_visa") {
  const customer = await customerWith(stripe, card);
  const invoice = await stripe.invoices.create({ customer: customer.id, ...params });
  const item = { currency: "usd", customer: customer.id, invoice: invoice.id };
  await stripe.invoiceItems.create({ ...item, amount: 3000, description: "Books" });
  const price = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Seats" },
    unit_amount: 1000,
  });
  await stripe.invoiceItems.create({
    ...item,
    description: "Seats",
    pricing: { price: price.id },
    quantity: 3,
  });
  return stripe.invoices.finalizeInvoice(invoice.id, { expand: ["payments"] });
}

function lineOf(invoice: Stripe.Invoice, description: string): string {
  return invoice.lines.data.find((line) => line.description === description)?.id ?? "";
}

describe("of an open invoice", () => {
  it("takes the amount off what is to be paid, and off the payment", async () => {
    const stripe = emulator.stripe("open");
    const invoice = await openInvoice(stripe);
    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [{ invoice_line_item: lineOf(invoice, "Seats"), quantity: 2, type: "invoice_line_item" }],
      memo: "Two seats too many",
      reason: "order_change",
    });
    expect(note).toMatchObject({
      amount: 2000,
      number: `${invoice.number}-CN-01`,
      post_payment_amount: 0,
      pre_payment_amount: 2000,
      status: "issued",
      type: "pre_payment",
    });
    expect(note.lines.data).toMatchObject([{ amount: 2000, description: "Seats", quantity: 2 }]);
    const reduced = await stripe.invoices.retrieve(invoice.id);
    expect(reduced).toMatchObject({
      amount_due: 4000,
      amount_remaining: 4000,
      pre_payment_credit_notes_amount: 2000,
      status: "open",
      total: 6000,
    });
    const paid = await stripe.invoices.pay(invoice.id);
    expect(paid).toMatchObject({ amount_paid: 4000, status: "paid" });
    const [charge] = (await stripe.charges.list()).data;
    expect(charge?.amount).toBe(4000);
  });

  it("credited whole, it is paid and asks for nothing", async () => {
    const stripe = emulator.stripe("whole");
    const invoice = await openInvoice(stripe);
    const before = await lastEvent(stripe);
    await stripe.creditNotes.create({ amount: 6000, invoice: invoice.id });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_paid: 0,
      amount_remaining: 0,
      status: "paid",
    });
    expect(await eventTypes(stripe, before)).toEqual([
      "credit_note.created",
      "payment_intent.canceled",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
  });

  it("voided, it asks for the amount again; once the invoice is paid nothing is voided", async () => {
    const stripe = emulator.stripe("void");
    const invoice = await openInvoice(stripe);
    const first = await stripe.creditNotes.create({ amount: 1000, invoice: invoice.id });
    const voided = await stripe.creditNotes.voidCreditNote(first.id);
    expect(voided).toMatchObject({ status: "void" });
    expect(voided.voided_at).not.toBeNull();
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_remaining: 6000,
      pre_payment_credit_notes_amount: 0,
    });
    const second = await stripe.creditNotes.create({ amount: 1000, invoice: invoice.id });
    expect(second.number).toBe(`${invoice.number}-CN-02`);
    await stripe.invoices.pay(invoice.id);
    await expect(stripe.creditNotes.voidCreditNote(second.id)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
    });
    await expect(stripe.creditNotes.voidCreditNote(first.id)).rejects.toMatchObject({
      message: "This credit note has already been voided.",
    });
  });
});

describe("of a paid invoice", () => {
  it("gives back by refund, credit and otherwise, all of it accounted for", async () => {
    const stripe = emulator.stripe("paid");
    const invoice = await openInvoice(stripe);
    await stripe.invoices.pay(invoice.id);
    const before = await lastEvent(stripe);
    const note = await stripe.creditNotes.create({
      amount: 3000,
      credit_amount: 500,
      expand: ["refunds.refund", "customer_balance_transaction"],
      invoice: invoice.id,
      out_of_band_amount: 1500,
      refund_amount: 1000,
    });
    expect(note).toMatchObject({
      customer_balance_transaction: { amount: -500, credit_note: note.id, type: "credit_note" },
      out_of_band_amount: 1500,
      post_payment_amount: 3000,
      refunds: [{ amount_refunded: 1000, refund: { amount: 1000, status: "succeeded" }, type: "refund" }],
      type: "post_payment",
    });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_paid: 6000,
      post_payment_credit_notes_amount: 3000,
      status: "paid",
    });
    expect(await stripe.customers.retrieve(String(invoice.customer))).toMatchObject({ balance: -500 });
    expect(await eventTypes(stripe, before)).toEqual([
      "credit_note.created",
      "refund.created",
      "charge.refunded",
      "customer.updated",
      "invoice.updated",
    ]);
  });

  it("refuses ways that don't come to the amount, and writes nothing", async () => {
    const stripe = emulator.stripe("imbalance");
    const invoice = await openInvoice(stripe);
    await stripe.invoices.pay(invoice.id);
    const before = await lastEvent(stripe);
    await expect(
      stripe.creditNotes.create({ amount: 2000, credit_amount: 500, invoice: invoice.id }),
    ).rejects.toThrow(
      "The sum of refunds, credit amount, and out of band amount ($5.00) must equal the credit note post_payment_amount ($20.00).",
    );
    expect(await lastEvent(stripe)).toBe(before);
    expect((await stripe.creditNotes.list()).data).toEqual([]);
  });

  it("never credits more than was paid, refunds of other origin counted, linked ones once", async () => {
    const stripe = emulator.stripe("ceiling");
    const invoice = await openInvoice(stripe);
    await stripe.invoices.pay(invoice.id);
    const [charge] = (await stripe.charges.list()).data;
    const refund = await stripe.refunds.create({ amount: 2000, charge: charge?.id ?? "" });
    await expect(
      stripe.creditNotes.create({ amount: 5000, credit_amount: 5000, invoice: invoice.id }),
    ).rejects.toThrow("($50.00) is greater than what can still be credited on the invoice ($40.00)");
    await stripe.creditNotes.create({ amount: 2000, invoice: invoice.id, refunds: [{ refund: refund.id }] });
    await stripe.creditNotes.create({ amount: 4000, credit_amount: 4000, invoice: invoice.id });
    await expect(
      stripe.creditNotes.create({ amount: 1, credit_amount: 1, invoice: invoice.id }),
    ).rejects.toThrow("($0.00)");
  });
});

describe("a refund that a credit note is linked with", () => {
  /** Two invoices that are paid, and a refund of $20.00 of the first. */
  async function refunded(account: string) {
    const stripe = emulator.stripe(account);
    const invoice = await openInvoice(stripe);
    await stripe.invoices.pay(invoice.id);
    const [charge] = (await stripe.charges.list()).data;
    const { id: refund } = await stripe.refunds.create({ amount: 2000, charge: charge?.id ?? "" });
    const other = await openInvoice(stripe);
    await stripe.invoices.pay(other.id);
    return { stripe, refund, invoice: invoice.id, other: other.id };
  }

  it("is of a payment of its invoice", async () => {
    const { stripe, refund, other } = await refunded("linked-elsewhere");
    const linked = stripe.creditNotes.create({ amount: 2000, invoice: other, refunds: [{ refund }] });
    await expect(linked).rejects.toMatchObject({ param: "refunds[0][refund]", statusCode: 400 });
    expect((await stripe.creditNotes.list()).data).toEqual([]);
  });

  it("counts once, in one credit note or in several", async () => {
    const { stripe, refund, invoice } = await refunded("linked-twice");
    const link = (...refunds: Stripe.CreditNoteCreateParams.Refund[]) =>
      stripe.creditNotes.create({
        amount: refunds.reduce((sum, { amount_refunded: part = 2000 }) => sum + part, 0),
        invoice,
        refunds,
      });
    const more = /greater than what it gave back and no credit note says yet/;
    await expect(link({ refund }, { refund })).rejects.toThrow(more);
    await expect(link({ amount_refunded: 2001, refund })).rejects.toThrow(more);
    await expect(link({ amount_refunded: -1, refund })).rejects.toMatchObject({ statusCode: 400 });
    await link({ amount_refunded: 1500, refund });
    await expect(link({ refund })).rejects.toMatchObject({ param: "refunds[0][amount_refunded]" });
    await link({ amount_refunded: 500, refund });
    await expect(link({ amount_refunded: 1, refund })).rejects.toThrow(more);
  });

  it("that failed has given nothing back", async () => {
    const stripe = emulator.stripe("linked-failed");
    const invoice = await openInvoice(stripe, {}, "pm_card_refundFail");
    await stripe.invoices.pay(invoice.id);
    const [charge] = (await stripe.charges.list()).data;
    const refund = await stripe.refunds.create({ amount: 2000, charge: charge?.id ?? "" });
    await letPass(emulator, "linked-failed", 60);
    const linked = stripe.creditNotes.create({
      amount: 2000,
      invoice: invoice.id,
      refunds: [{ refund: refund.id }],
    });
    await expect(linked).rejects.toThrow("($0.00)");
  });
});

it("takes an amount beside its lines only where they come to it", async () => {
  const stripe = emulator.stripe("beside");
  const invoice = await openInvoice(stripe);
  const lines = [{ invoice_line_item: lineOf(invoice, "Books"), type: "invoice_line_item" as const }];
  const wrong = stripe.creditNotes.create({ amount: 2999, invoice: invoice.id, lines });
  await expect(wrong).rejects.toMatchObject({ param: "amount", statusCode: 400 });
  expect(await stripe.creditNotes.create({ amount: 3000, invoice: invoice.id, lines })).toMatchObject({
    amount: 3000,
  });
});

it("credits a line with its part of discount and tax", async () => {
  const stripe = emulator.stripe("parts");
  const coupon = await stripe.coupons.create({ percent_off: 10 });
  const rate = await stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 20 });
  const invoice = await openInvoice(stripe, {
    default_tax_rates: [rate.id],
    discounts: [{ coupon: coupon.id }],
  });
  expect(invoice.total).toBe(6480);
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    lines: [{ amount: 1500, invoice_line_item: lineOf(invoice, "Books"), type: "invoice_line_item" }],
  });
  expect(note).toMatchObject({
    discount_amount: 150,
    subtotal: 1500,
    total: 1620,
    total_excluding_tax: 1350,
    total_taxes: [{ amount: 270, tax_rate_details: { tax_rate: rate.id }, taxable_amount: 1350 }],
  });
  const rest = await stripe.creditNotes.create({
    invoice: invoice.id,
    lines: [
      { amount: 1500, invoice_line_item: lineOf(invoice, "Books"), type: "invoice_line_item" },
      { invoice_line_item: lineOf(invoice, "Seats"), type: "invoice_line_item" },
    ],
  });
  expect(rest.total).toBe(6480 - 1620);
});

it("a preview is what is issued, and leaves nothing behind", async () => {
  const stripe = emulator.stripe("preview");
  const invoice = await openInvoice(stripe);
  const before = await lastEvent(stripe);
  const params: Stripe.CreditNotePreviewParams = {
    invoice: invoice.id,
    lines: [{ description: "Scratches", quantity: 2, type: "custom_line_item", unit_amount: 250 }],
  };
  const preview = await stripe.creditNotes.preview(params);
  const previewed = await stripe.creditNotes.listPreviewLineItems(params);
  expect(previewed.data).toMatchObject([{ amount: 500, description: "Scratches" }]);
  expect(await lastEvent(stripe)).toBe(before);
  expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toEqual([]);
  const { id, lines, pdf, created, effective_at, ...note } = await stripe.creditNotes.create(params);
  expect(preview).toMatchObject(note);
  expect((await stripe.creditNotes.listLineItems(id)).data).toEqual(lines.data);
});

it("refuses what can't be credited", async () => {
  const stripe = emulator.stripe("refuses");
  const invoice = await openInvoice(stripe);
  const other = await openInvoice(stripe);
  const draft = await stripe.invoices.create({ customer: String(invoice.customer) });
  const voided = await stripe.invoices.voidInvoice(other.id);
  const create = (params: Stripe.CreditNoteCreateParams) => stripe.creditNotes.create(params);
  await expect(create({ amount: 100, invoice: draft.id })).rejects.toMatchObject({ param: "invoice" });
  await expect(create({ amount: 100, invoice: voided.id })).rejects.toMatchObject({ param: "invoice" });
  await expect(create({ amount: 100, invoice: "in_nothing" })).rejects.toMatchObject({
    code: "resource_missing",
    param: "invoice",
  });
  await expect(create({ invoice: invoice.id })).rejects.toThrow("You must provide one of `amount`");
  await expect(create({ amount: 0, invoice: invoice.id })).rejects.toThrow("greater than zero");
  const line = (fields: object) => ({
    invoice: invoice.id,
    lines: [{ type: "invoice_line_item" as const, ...fields }],
  });
  await expect(create(line({}))).rejects.toMatchObject({ param: "lines[0][invoice_line_item]" });
  await expect(create(line({ invoice_line_item: lineOf(other, "Books") }))).rejects.toMatchObject({
    param: "lines[0][invoice_line_item]",
  });
  await expect(
    create(line({ amount: 3001, invoice_line_item: lineOf(invoice, "Books") })),
  ).rejects.toMatchObject({ param: "lines[0]" });
});

it("has a PDF, for whoever has its address", async () => {
  const stripe = emulator.stripe("pdf");
  const invoice = await openInvoice(stripe);
  const note = await stripe.creditNotes.create({ amount: 100, invoice: invoice.id });
  const answer = await fetch(note.pdf);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect((await answer.text()).startsWith("%PDF-")).toBe(true);
  expect((await fetch(note.pdf.replace("/pdf", "x/pdf"))).status).toBe(404);
});
