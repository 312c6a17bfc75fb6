import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";
import { pdfText } from "./pdf-text";

let emulator: StartedEmulator;
let stripe: Stripe;

beforeAll(async () => {
  emulator = await startEmulator();
  stripe = emulator.stripe("hosted");
});

afterAll(() => emulator.stop());

/** An invoice of one line over $12.50, finalized but not collected. */
async function openInvoice(lines = 1, params: Partial<Stripe.CustomerCreateParams> = {}) {
  const customer = await stripe.customers.create({
    name: "Ada <b>Łukasz</b>",
    email: "ada@example.com",
    address: { line1: "1 Main St", city: "Paris", postal_code: "75001", country: "FR" },
    ...params,
  });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: "send_invoice",
    days_until_due: 30,
    description: "Thank you.",
  });
  for (let line = 1; line <= lines; line++) {
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: draft.id,
      amount: 1250,
      currency: "usd",
      description: `A workshop, part ${line}`,
      period: { start: 1790000000, end: 1792600000 },
    });
  }
  return stripe.invoices.finalizeInvoice(draft.id);
}

async function paidInvoice() {
  const open = await openInvoice();
  const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: String(open.customer) });
  return stripe.invoices.pay(open.id, { payment_method: card.id });
}

const at = (address: string | null | undefined) => new URL(address ?? "").pathname;

async function open(address: string | null | undefined) {
  const response = await fetch(new URL(address ?? "", emulator.origin));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function pdf(address: string | null | undefined) {
  const response = await fetch(address ?? "");
  return { headers: response.headers, pages: pdfText(Buffer.from(await response.arrayBuffer())) };
}

describe("an invoice's page", () => {
  test("of an open one says what is owed, to whom and for what, and takes a card", async () => {
    const invoice = await openInvoice();
    const { status, text, headers } = await open(invoice.hosted_invoice_url);
    expect(status).toBe(200);
    for (const said of [
      invoice.number,
      "$12.50",
      "To be paid by",
      "Ada &lt;b&gt;Łukasz&lt;/b&gt;",
      "1 Main St",
      "Paris, 75001",
      "France",
      "A workshop, part 1",
      "Thank you.",
      'data-key="pk_test_hosted"',
      `href="${at(invoice.invoice_pdf)}"`,
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain("sk_test");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
  });

  test.each<[words: string, settle: (id: string) => Promise<unknown>]>([
    ["Voided: nothing is to be paid", (id) => stripe.invoices.voidInvoice(id)],
    ["Marked as uncollectible", (id) => stripe.invoices.markUncollectible(id)],
    ["Paid on", (id) => stripe.invoices.pay(id, { paid_out_of_band: true })],
  ])("says '%s', and asks for no card and hands out no secret", async (words, settle) => {
    const invoice = await openInvoice();
    await settle(invoice.id);
    const { text } = await open(invoice.hosted_invoice_url);
    expect(text).toContain(words);
    expect(text).not.toContain("Pay by card");
    expect(text).not.toContain("_secret_");
  });

  test("names each step from the subtotal to what is left", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 20, duration: "once", name: "Spring" });
    const rate = await stripe.taxRates.create({ display_name: "VAT", percentage: 10, inclusive: false });
    const customer = await stripe.customers.create({ balance: -300 });
    const draft = await stripe.invoices.create({
      customer: customer.id,
      discounts: [{ coupon: coupon.id }],
      default_tax_rates: [rate.id],
      collection_method: "send_invoice",
      days_until_due: 7,
    });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: draft.id,
      amount: 2000,
      currency: "usd",
    });
    const invoice = await stripe.invoices.finalizeInvoice(draft.id);
    const { text } = await open(invoice.hosted_invoice_url);
    const totals = [...text.matchAll(/<th scope="row">(.*?)<\/th><td class="amount">(.*?)<\/td>/g)];
    expect(totals.map(([, label, amount]) => `${label} ${amount}`)).toEqual([
      "Subtotal $20.00",
      "Discount (Spring) -$4.00",
      "VAT (10%) $1.60",
      "Total $17.60",
      "Applied balance -$3.00",
      "Amount due $14.60",
    ]);
  });

  test("isn't found by an id, a part of its address, or one that is made up", async () => {
    const invoice = await openInvoice();
    const path = at(invoice.hosted_invoice_url);
    for (const wrong of [
      `/invoices/${invoice.id}`,
      `/invoices/${invoice.id}_`,
      path.slice(0, -1),
      `${path}x`,
      `${path}/pdf/x`,
      `${path}/xml`,
      "/invoices",
      "/invoices/",
      "/invoices//pdf",
      "/invoices/%3Cscript%3E",
      "/invoices/%",
      "/invoices/..%2f..%2fetc",
      `/receipts/${path.split("/").at(-1)}`,
      "/receipts/",
    ]) {
      const { status, text } = await open(wrong);
      expect([wrong, status]).toEqual([wrong, 404]);
      expect(text).toContain("There is nothing here");
    }
  });

  test("has no address while the invoice is a draft", async () => {
    const customer = await stripe.customers.create();
    const draft = await stripe.invoices.create({ customer: customer.id });
    expect(draft).toMatchObject({ hosted_invoice_url: null, invoice_pdf: null });
  });
});

describe("an invoice's PDF", () => {
  test("says what its page says, in a file named after its number", async () => {
    const invoice = await openInvoice();
    const { headers, pages } = await pdf(invoice.invoice_pdf);
    expect(pages).toHaveLength(1);
    expect(headers.get("Content-Type")).toBe("application/pdf");
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename="Invoice-${invoice.number}.pdf"`);
    for (const said of [invoice.number, "Ada <b>Łukasz</b>", "A workshop, part 1", "$12.50", "Thank you."]) {
      expect(pages[0]).toContain(said);
    }
  });

  test("goes on over as many pages as there are lines for, leaving none out", async () => {
    const { pages } = await pdf((await openInvoice(60)).invoice_pdf);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.join("\n");
    for (let line = 1; line <= 60; line++) expect(text).toMatch(new RegExp(`part ${line}$`, "m"));
    expect(text).toContain("$750.00");
  });

  test("says on each of several pages which one it is, with headings over its lines and no line's period on another page", async () => {
    // With so short an address the first page has room for a line but not for its period.
    const { number, invoice_pdf } = await openInvoice(60, { address: { line1: "1 Main St" } });
    const { pages } = await pdf(invoice_pdf);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Invoice ${number} · Page ${index + 1} of ${pages.length}`);
      const lines = page.match(/part \d+$/gm) ?? [];
      expect(page.match(/^Description$/gm) ?? []).toHaveLength(lines.length > 0 ? 1 : 0);
      expect(page.match(/^Sep 21, 2026 – Oct 21, 2026$/gm) ?? []).toHaveLength(lines.length);
    }
    const { pages: alone } = await pdf((await openInvoice()).invoice_pdf);
    expect(alone.join()).not.toContain("Page 1");
  });
});

describe("a receipt", () => {
  async function chargeOf(invoice: Stripe.Invoice) {
    const { data } = await stripe.charges.list({ customer: String(invoice.customer), limit: 1 });
    if (!data[0]) throw new Error("Nothing was charged");
    return data[0];
  }

  test("tells what was paid, when and with what, and leads to the invoice", async () => {
    const invoice = await paidInvoice();
    const { text } = await open((await chargeOf(invoice)).receipt_url);
    for (const said of ["$12.50", "Visa •••• 4242", `href="${invoice.hosted_invoice_url}"`]) {
      expect(text).toContain(said);
    }
    expect((await open(invoice.hosted_invoice_url)).text).toContain("Paid on");
  });

  test("tells of what was given back", async () => {
    const charge = await chargeOf(await paidInvoice());
    await stripe.refunds.create({ charge: charge.id, amount: 250 });
    const { text } = await open(charge.receipt_url);
    expect(text).toContain("Refunded in part");
    expect(text).toContain("$2.50");
  });

  test("isn't found by the charge's id", async () => {
    const charge = await chargeOf(await paidInvoice());
    expect((await open(`/receipts/${charge.id}`)).status).toBe(404);
  });
});
