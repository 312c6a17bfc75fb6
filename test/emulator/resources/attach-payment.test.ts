import type Stripe from "stripe";
import { expect, it } from "vitest";
import { customerWith } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

async function openInvoice(stripe: Stripe, amount: number) {
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const invoice = await stripe.invoices.create({ customer });
  await stripe.invoiceItems.create({ amount, currency: "usd", customer, invoice: invoice.id });
  return { customer, invoice: await stripe.invoices.finalizeInvoice(invoice.id) };
}

function payment(stripe: Stripe, customer: string, amount: number, confirm = true) {
  return stripe.paymentIntents.create({
    amount,
    confirm,
    currency: "usd",
    customer,
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
}

it("an invoice is paid in parts, and the rest as usual", async () => {
  const stripe = emulator.stripe("parts");
  const { customer, invoice } = await openInvoice(stripe, 3000);
  const part = await payment(stripe, customer, 1000);
  expect(await stripe.invoices.attachPayment(invoice.id, { payment_intent: part.id })).toMatchObject({
    amount_paid: 1000,
    amount_remaining: 2000,
    status: "open",
  });
  const paid = await stripe.invoices.pay(invoice.id, { expand: ["payments.data.payment.payment_intent"] });
  expect(paid).toMatchObject({ amount_paid: 3000, amount_remaining: 0, status: "paid" });
  expect(paid.payments?.data.map(({ amount_paid }) => amount_paid).sort()).toEqual([1000, 2000]);
});

it("a payment attached before it is made counts when it is; too much is overpaid", async () => {
  const stripe = emulator.stripe("later");
  const { customer, invoice } = await openInvoice(stripe, 3000);
  const later = await payment(stripe, customer, 3500, false);
  await stripe.invoices.attachPayment(invoice.id, { payment_intent: later.id });
  expect((await stripe.invoices.retrieve(invoice.id)).amount_remaining).toBe(3000);
  await stripe.paymentIntents.confirm(later.id, { return_url: "https://example.com/back" });
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_overpaid: 500,
    amount_paid: 3000,
    status: "paid",
  });
  const own = await stripe.invoicePayments.list({ invoice: invoice.id, status: "canceled" });
  expect(own.data).toHaveLength(1);
});

it("refuses another customer's payment, one attached already, and a closed invoice", async () => {
  const stripe = emulator.stripe("refuses");
  const { customer, invoice } = await openInvoice(stripe, 3000);
  const stranger = await customerWith(stripe, "pm_card_visa");
  const foreign = await payment(stripe, stranger.id, 3000);
  const attach = (id: string) => stripe.invoices.attachPayment(invoice.id, { payment_intent: id });
  await expect(attach(foreign.id)).rejects.toMatchObject({ param: "payment_intent" });
  const own = await payment(stripe, customer, 1000);
  await attach(own.id);
  await expect(attach(own.id)).rejects.toMatchObject({ param: "payment_intent" });
  await attach((await payment(stripe, customer, 2000)).id);
  await expect(attach((await payment(stripe, customer, 500)).id)).rejects.toThrow("open invoices");
});
