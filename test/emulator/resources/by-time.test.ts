import { expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

it("an authorization that nobody captures is given back after a week", async () => {
  const stripe = emulator.stripe("expires");
  const hold = () =>
    stripe.paymentIntents.create({
      amount: 1000,
      capture_method: "manual",
      confirm: true,
      currency: "usd",
      payment_method: "pm_card_visa",
      return_url: "https://example.com/back",
    });
  const [forgotten, captured] = [await hold(), await hold()];
  await stripe.paymentIntents.capture(captured.id);
  const before = await lastEvent(stripe);
  await letPass(emulator, "expires", 7 * DAY);
  expect(await eventTypes(stripe, before)).toEqual(["charge.expired", "payment_intent.canceled"]);
  expect(await stripe.paymentIntents.retrieve(forgotten.id)).toMatchObject({
    amount_capturable: 0,
    cancellation_reason: "automatic",
    status: "canceled",
  });
  expect((await stripe.paymentIntents.retrieve(captured.id)).status).toBe("succeeded");
});

it("an invoice is announced before it is due, and missed when it is", async () => {
  const stripe = emulator.stripe("due");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const send = async () => {
    const invoice = await stripe.invoices.create({
      collection_method: "send_invoice",
      customer,
      days_until_due: 14,
    });
    await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer, invoice: invoice.id });
    return stripe.invoices.finalizeInvoice(invoice.id);
  };
  const late = await send();
  const paid = await send();
  await stripe.invoices.pay(paid.id);
  const before = await lastEvent(stripe);
  await letPass(emulator, "due", 7 * DAY);
  expect(await eventTypes(stripe, before)).toEqual(["invoice.will_be_due"]);
  await letPass(emulator, "due", 7 * DAY);
  expect(await eventTypes(stripe, before)).toEqual(["invoice.will_be_due", "invoice.overdue"]);
  const [overdue] = (await stripe.events.list({ type: "invoice.overdue" })).data;
  expect(overdue?.data.object).toMatchObject({ id: late.id, status: "open" });
});

it("a subscription whose invoices are sent is past due when one is, and active when that is paid", async () => {
  const { stripe, monthly } = await openShop(emulator, "sent");
  const { id: customer } = await stripe.customers.create({ email: "reader@example.com" });
  const subscription = await stripe.subscriptions.create({
    collection_method: "send_invoice",
    customer,
    days_until_due: 5,
    items: [{ price: monthly.id }],
  });
  const now = () => stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
  const before = await lastEvent(stripe);
  await letPass(emulator, "sent", 6 * DAY);
  expect((await now()).status).toBe("past_due");
  expect((await eventTypes(stripe, before)).slice(-2)).toEqual([
    "invoice.overdue",
    "customer.subscription.updated",
  ]);
  await stripe.invoices.pay(String(subscription.latest_invoice), { paid_out_of_band: true });
  expect((await now()).status).toBe("active");
  await letPass(emulator, "sent", 26 * DAY);
  const { latest_invoice: renewal } = await now();
  const { created, due_date } = typeof renewal === "object" && renewal ? renewal : {};
  expect((due_date ?? 0) - (created ?? 0)).toBe(5 * DAY);
});

it("a recurring price is a plan as well, to those who listen for plans", async () => {
  const { stripe, monthly } = await openShop(emulator, "plans");
  const before = await lastEvent(stripe);
  await stripe.prices.update(monthly.id, { nickname: "By the month" });
  await stripe.prices.create({ currency: "usd", product: String(monthly.product), unit_amount: 500 });
  expect(await eventTypes(stripe, before)).toEqual(["plan.updated", "price.updated", "price.created"]);
  const [updated] = (await stripe.events.list({ type: "plan.updated" })).data;
  expect(updated?.data).toMatchObject({
    object: { amount: 900, id: monthly.id, nickname: "By the month", object: "plan" },
    previous_attributes: { nickname: null },
  });
});
