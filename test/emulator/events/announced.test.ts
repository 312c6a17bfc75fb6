import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminOf } from "../support/admin";
import { type Conformance, loadConformance } from "../support/conform";
import { customerWith, letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

const DAY = 86_400;

let emulator: StartedEmulator;
let check: Conformance;
beforeAll(async () => {
  [emulator, check] = await Promise.all([startEmulator(), loadConformance()]);
}, 120_000);
afterAll(() => emulator.stop());

/** The one event of a type, which has to be as the SDK's types say. */
async function onlyEvent<Type extends Stripe.Event["type"]>(stripe: Stripe, type: Type) {
  const { data } = await stripe.events.list({ type });
  expect(data.map((event) => event.type)).toEqual([type]);
  expect(check(data[0])).toEqual([]);
  return data[0];
}

describe("the invoice of a renewal", () => {
  it("is announced a week before, to the cent, and nothing of it is there yet", async () => {
    const { stripe, monthly } = await openShop(emulator, "upcoming");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    const { id } = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
    await letPass(emulator, "upcoming", 10 * DAY);
    await stripe.subscriptions.update(id, {
      items: [{ id: (await itemOf(stripe, id)).id, price: monthly.id, quantity: 2 }],
    });
    const left = (await itemOf(stripe, id)).current_period_end - Math.floor(Date.now() / 1000) - 10 * DAY;
    await letPass(emulator, "upcoming", left - 6 * DAY);
    const told = await onlyEvent(stripe, "invoice.upcoming");
    const [before] = (await stripe.invoices.list({ customer })).data;
    expect(before?.billing_reason).toBe("subscription_create");
    await letPass(emulator, "upcoming", 6 * DAY + 60);
    const [billed] = (await stripe.invoices.list({ customer })).data;
    expect(told?.data.object).toMatchObject({
      billing_reason: "subscription_cycle",
      id: expect.stringMatching(/^upcoming_in_/),
      number: null,
      total: billed?.total,
    });
    expect(billed?.total).toBeGreaterThan(1800);
  });

  it("isn't announced where none will come", async () => {
    const { stripe, monthly } = await openShop(emulator, "leaving");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    await stripe.subscriptions.create({
      cancel_at_period_end: true,
      customer,
      items: [{ price: monthly.id }],
    });
    await letPass(emulator, "leaving", 35 * DAY);
    expect((await stripe.events.list({ type: "invoice.upcoming" })).data).toEqual([]);
  });
});

it("an invoice that can't be taxed stays a draft, says why, and is closed once its customer is somewhere", async () => {
  const { stripe, monthly } = await openShop(emulator, "nowhere");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.customers.update(customer, { address: { country: "US" } });
  await stripe.subscriptions.create({
    automatic_tax: { enabled: true },
    customer,
    items: [{ price: monthly.id }],
  });
  await stripe.customers.update(customer, { address: "" });
  await letPass(emulator, "nowhere", 32 * DAY);
  const failed = await onlyEvent(stripe, "invoice.finalization_failed");
  const reason = { code: "customer_tax_location_invalid" };
  expect(failed?.data.object).toMatchObject({ last_finalization_error: reason, status: "draft" });
  const [draft] = (await stripe.invoices.list({ customer, status: "draft" })).data;
  await expect(stripe.invoices.finalizeInvoice(draft?.id ?? "")).rejects.toMatchObject(reason);
  await stripe.customers.update(customer, { address: { country: "US" } });
  const paid = await stripe.invoices.pay(draft?.id ?? "");
  expect(paid).toMatchObject({ last_finalization_error: null, status: "paid" });
});

it("a card that its network renews has another date, and nobody else's can be renewed", async () => {
  const stripe = emulator.stripe("renewed");
  const admin = adminOf(emulator, "renewed");
  const { invoice_settings: settings } = await customerWith(stripe, "pm_card_visa");
  const payment_method = String(settings.default_payment_method);
  const { card } = await stripe.paymentMethods.retrieve(payment_method);
  await admin.post("cards/renew", { exp_month: 3, payment_method });
  const told = await onlyEvent(stripe, "payment_method.automatically_updated");
  expect(told?.data).toMatchObject({
    object: { card: { exp_month: 3, exp_year: (card?.exp_year ?? 0) + 4, last4: "4242" } },
    previous_attributes: { card: { exp_month: card?.exp_month, exp_year: card?.exp_year } },
  });
  expect((await admin.post("cards/renew", { exp_month: 13, payment_method })).status).toBe(400);
  expect((await admin.post("cards/renew", { payment_method: "pm_none" })).status).toBe(400);
  const loose = await stripe.paymentMethods.create({ card: { token: "tok_visa" }, type: "card" });
  expect((await admin.post("cards/renew", { payment_method: loose.id })).status).toBe(400);
});

it("a warning of fraud can be listed, and nothing is left to do about it once the money is given back", async () => {
  const stripe = emulator.stripe("warned");
  const { id, latest_charge: charge } = await stripe.paymentIntents.create({
    amount: 900,
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_createIssuerFraudRecord",
    return_url: "https://example.com/back",
  });
  await letPass(emulator, "warned", 5);
  await onlyEvent(stripe, "radar.early_fraud_warning.created");
  const warnings = () => stripe.radar.earlyFraudWarnings.list({ charge: String(charge) });
  expect((await warnings()).data).toMatchObject([{ actionable: true, payment_intent: id }]);
  await stripe.refunds.create({ payment_intent: id });
  const [warning] = (await warnings()).data;
  expect(await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? "")).toMatchObject({
    actionable: false,
  });
});

it("money is told of when it can be paid out, once for all of a day", async () => {
  const stripe = emulator.stripe("money");
  for (const amount of [1000, 2000]) {
    await stripe.paymentIntents.create({
      amount,
      capture_method: "automatic",
      confirm: true,
      currency: "usd",
      payment_method: "pm_card_visa",
      return_url: "https://example.com/back",
    });
  }
  await letPass(emulator, "money", 3 * DAY);
  const told = await onlyEvent(stripe, "balance.available");
  const { available } = await stripe.balance.retrieve();
  expect(told?.data.object).toMatchObject({ available, pending: [{ amount: 0, currency: "usd" }] });
});

async function itemOf(stripe: Stripe, subscription: string): Promise<Stripe.SubscriptionItem> {
  const { items } = await stripe.subscriptions.retrieve(subscription);
  const [item] = items.data;
  if (!item) throw new Error(`${subscription} has no items`);
  return item;
}
