import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../support/conform";
import { answersOf, customerWith, eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

async function billed(account: string, amount: number, card = "pm_card_visa") {
  const stripe = emulator.stripe(account);
  const customer = await customerWith(stripe, card);
  const draft = await stripe.invoices.create({ customer: customer.id });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount, currency: "usd" });
  return { stripe, customer, draft, before: await lastEvent(stripe) };
}

describe("a draft", () => {
  it("bills items at prices of their own, in parts of a cent and as credits too", async () => {
    const stripe = emulator.stripe("own-prices");
    const customer = await stripe.customers.create();
    const product = await stripe.products.create({ name: "Cable" });
    const item = async (params: Partial<Stripe.InvoiceItemCreateParams>) => {
      const made = await stripe.invoiceItems.create({ customer: customer.id, currency: "usd", ...params });
      return [made.amount, made.quantity, String(made.pricing?.unit_amount_decimal)];
    };
    const price_data = { currency: "usd", product: product.id, unit_amount: 250 };
    expect(await item({ price_data, quantity: 3 })).toEqual([750, 3, "250"]);
    expect(await item({ quantity: 3, unit_amount_decimal: Stripe.Decimal.from("12.5") })).toEqual([
      38,
      3,
      "12.5",
    ]);
    expect(await item({ quantity: 2, unit_amount_decimal: Stripe.Decimal.from("-100") })).toEqual([
      -200,
      2,
      "-100",
    ]);
    await expect(item({ amount: 5, price_data })).rejects.toMatchObject({ code: "parameters_exclusive" });
    const nothing = item({ price_data: { ...price_data, product: "prod_none" } });
    await expect(nothing).rejects.toMatchObject({ param: "price_data[product]" });
    const full = await stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: "include",
    });
    expect(full.subtotal).toBe(750 + 38 - 200);
  });

  it("bills pending items only when asked to, the newest first", async () => {
    const stripe = emulator.stripe("pending");
    const customer = await customerWith(stripe, "pm_card_visa");
    for (const amount of [100, 200]) {
      await stripe.invoiceItems.create({ customer: customer.id, amount, currency: "usd" });
    }
    const empty = await stripe.invoices.create({ customer: customer.id });
    expect(empty).toMatchObject({ status: "draft", auto_advance: false, number: null, total: 0 });
    expect(empty.lines.data).toEqual([]);
    const full = await stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: "include",
    });
    expect(full.lines.data.map(({ amount }) => amount)).toEqual([200, 100]);
    expect(full).toMatchObject({ subtotal: 300, total: 300, amount_due: 300 });
  });

  it("that advances by itself is closed and paid after an hour", async () => {
    const { stripe, customer } = await billed("advances", 1000);
    await stripe.invoiceItems.create({ customer: customer.id, amount: 1000, currency: "usd" });
    const draft = await stripe.invoices.create({
      auto_advance: true,
      customer: customer.id,
      pending_invoice_items_behavior: "include",
    });
    expect(draft.automatically_finalizes_at).toBe(draft.created + 3601);
    expect(draft.next_payment_attempt).toBe(draft.created + 3600);
    await letPass(emulator, "advances", 3700);
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe("paid");
  });

  it("is closed and paid after an hour when it is told to advance later on, and isn't when told not to", async () => {
    const { stripe, draft } = await billed("told", 1000);
    const told = await stripe.invoices.update(draft.id, { auto_advance: true });
    expect(told).toMatchObject({
      automatically_finalizes_at: expect.any(Number),
      next_payment_attempt: expect.any(Number),
    });
    const { draft: other } = await billed("told", 1000);
    await stripe.invoices.update(other.id, { auto_advance: true });
    const stopped = await stripe.invoices.update(other.id, { auto_advance: false });
    expect(stopped).toMatchObject({ automatically_finalizes_at: null, next_payment_attempt: null });
    await letPass(emulator, "told", 3700);
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe("paid");
    expect((await stripe.invoices.retrieve(other.id)).status).toBe("draft");
  });

  it("that was to advance by itself is paid then also where it is closed by hand", async () => {
    const { stripe, draft } = await billed("by-hand", 1000);
    const open = await stripe.invoices.finalizeInvoice(draft.id, { auto_advance: true });
    expect(open).toMatchObject({ attempted: false, status: "open" });
    await letPass(emulator, "by-hand", 3700);
    const paid = await stripe.invoices.retrieve(draft.id);
    expect(paid).toMatchObject({ attempt_count: 1, status: "paid" });
  });

  it("can be deleted, and nothing else can", async () => {
    const { stripe, draft } = await billed("deleted", 1000);
    await stripe.invoices.finalizeInvoice(draft.id);
    await expect(stripe.invoices.del(draft.id)).rejects.toMatchObject({
      message: "You can only delete draft invoices.",
    });
  });

  it("of a subscription can't be deleted", async () => {
    const { stripe, monthly } = await openShop(emulator, "kept");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    await stripe.subscriptions.create({
      collection_method: "send_invoice",
      customer,
      days_until_due: 5,
      items: [{ price: monthly.id }],
    });
    const [draft] = (await stripe.invoices.list({ status: "draft" })).data;
    await expect(stripe.invoices.del(draft?.id ?? "")).rejects.toThrow("can't be deleted");
  });
});

describe("closing an invoice", () => {
  it("gives it a number and an intent, and collects nothing", async () => {
    const { stripe, draft, customer, before } = await billed("closed", 1000);
    const open = await stripe.invoices.finalizeInvoice(draft.id, { expand: ["confirmation_secret"] });
    expect(open).toMatchObject({
      status: "open",
      attempted: false,
      number: `${customer.invoice_prefix}-0001`,
    });
    expect(open.confirmation_secret?.client_secret).toMatch(/^pi_\w+_secret_\w+$/);
    expect(await eventTypes(stripe, before)).toEqual([
      "invoice.finalized",
      "invoice.updated",
      "payment_intent.created",
    ]);
    await expect(stripe.invoices.finalizeInvoice(draft.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it("of too little to charge settles it and leaves the rest on the customer's balance", async () => {
    const { stripe, draft, customer } = await billed("little", 30);
    expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
      status: "paid",
      amount_due: 0,
      attempted: true,
      attempt_count: 0,
      ending_balance: 30,
    });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: 30 });
  });

  it("uses the credit a customer has", async () => {
    const { stripe, draft, customer } = await billed("credit", 1000);
    await stripe.customers.update(customer.id, { balance: -400 });
    const open = await stripe.invoices.finalizeInvoice(draft.id);
    expect(open).toMatchObject({ total: 1000, amount_due: 600, starting_balance: -400, ending_balance: 0 });
  });
});

describe("paying an invoice", () => {
  it("closes a draft first, at the same second", async () => {
    const { stripe, draft, before } = await billed("draft-paid", 1000);
    const paid = await stripe.invoices.pay(draft.id);
    const { finalized_at, paid_at } = paid.status_transitions;
    expect(paid).toMatchObject({ status: "paid", attempt_count: 1, effective_at: finalized_at });
    expect(paid_at).toBe(finalized_at);
    expect((await eventTypes(stripe, before)).slice(2)).toEqual([
      "charge.succeeded",
      "payment_intent.succeeded",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
    ]);
    await expect(stripe.invoices.pay(draft.id)).rejects.toMatchObject({ message: "Invoice is already paid" });
  });

  it("by other means counts no attempt, and takes its intent back", async () => {
    const { stripe, draft } = await billed("other-means", 1000);
    const paid = await stripe.invoices.pay(draft.id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ status: "paid", attempted: false, amount_remaining: 0 });
    expect((await stripe.paymentIntents.list()).data).toMatchObject([{ status: "canceled" }]);
  });

  it("with a card that is refused answers 402 and leaves it open", async () => {
    const { stripe, draft } = await billed("refused", 1000, "pm_card_chargeCustomerFail");
    await expect(stripe.invoices.pay(draft.id)).rejects.toMatchObject({
      statusCode: 402,
      code: "card_declined",
    });
    expect(await stripe.invoices.retrieve(draft.id)).toMatchObject({ status: "open", attempt_count: 1 });
  });
});

describe("giving an invoice up", () => {
  it("makes it void, and its intent with it", async () => {
    const { stripe, draft } = await billed("void", 1000);
    await stripe.invoices.finalizeInvoice(draft.id);
    const before = await lastEvent(stripe);
    expect((await stripe.invoices.voidInvoice(draft.id)).status).toBe("void");
    expect(await eventTypes(stripe, before)).toEqual([
      "payment_intent.canceled",
      "invoice.voided",
      "invoice.updated",
    ]);
    await expect(stripe.invoices.pay(draft.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it("as uncollectible still lets it be paid", async () => {
    const { stripe, draft } = await billed("uncollectible", 1000);
    await stripe.invoices.finalizeInvoice(draft.id);
    expect((await stripe.invoices.markUncollectible(draft.id)).status).toBe("uncollectible");
    expect((await stripe.invoices.pay(draft.id)).status).toBe("paid");
  });
});

it("invoices, their payments, items and events have the shape of the SDK's types", async () => {
  const paths = [
    "/v1/invoices?expand[]=data.payments",
    "/v1/invoiceitems",
    "/v1/invoice_payments",
    "/v1/events?limit=100",
  ];
  const accounts = ["pending", "draft-paid", "little", "void", "other-means"];
  const answers = await Promise.all(accounts.map((account) => answersOf(emulator, account, paths)));
  expect(answers.flat().flatMap(findings)).toEqual([]);
});
