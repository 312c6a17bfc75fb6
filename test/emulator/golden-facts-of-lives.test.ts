import { afterAll, beforeAll, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "./support/shop";
import { type StartedEmulator, startEmulator } from "./support/start-emulator";

/** Facts recorded from a real Stripe sandbox, each lived through once more. */

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
}, 60_000);
afterAll(() => emulator.stop());

const DAY = 86_400;

async function subscribed(account: string) {
  const shop = await openShop(emulator, account);
  const { id: customer } = await customerWith(shop.stripe, "pm_card_visa");
  const items = [{ price: shop.monthly.id }];
  return { ...shop, customer, subscription: await shop.stripe.subscriptions.create({ customer, items }) };
}

it("a first invoice is of the moment it was made in", async () => {
  const { stripe, subscription } = await subscribed("created");
  const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice), {
    expand: ["payments"],
  });
  expect(invoice).toMatchObject({
    attempt_count: 1,
    payments: { data: [{ is_default: true }] },
    period_end: invoice.created,
    period_start: invoice.created,
    status: "paid",
  });
});

it("a cancellation with prorations leaves one pending credit and no invoice", async () => {
  const { stripe, subscription } = await subscribed("prorate");
  await stripe.subscriptions.cancel(subscription.id, { prorate: true });
  expect((await stripe.invoiceItems.list({ pending: true })).data).toMatchObject([{ amount: -900 }]);
  expect((await stripe.invoices.list()).data).toHaveLength(1);
});

it("an anchor moved to now begins periods anew and charges a sliver of remaining time", async () => {
  const { stripe, subscription } = await subscribed("sliver");
  await letPass(emulator, "sliver", 3 * DAY);
  const moved = await stripe.subscriptions.update(subscription.id, {
    billing_cycle_anchor: { type: "now" },
    expand: ["latest_invoice"],
  });
  const [item] = moved.items.data;
  expect(item?.current_period_start).toBe(moved.billing_cycle_anchor);
  const invoice = typeof moved.latest_invoice === "object" ? moved.latest_invoice : null;
  expect(invoice?.lines.data).toHaveLength(1);
  expect(invoice?.lines.data[0]?.description).toMatch(/^Remaining time on Reader after/);
  expect(invoice?.lines.data[0]?.period).toEqual({
    end: item?.current_period_end,
    start: subscription.items.data[0]?.current_period_end,
  });
});

it("an invoice paid elsewhere wasn't attempted", async () => {
  const { stripe } = await openShop(emulator, "elsewhere");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer });
  const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  const paid = await stripe.invoices.pay(id, { paid_out_of_band: true });
  expect(paid).toMatchObject({ attempted: false, status: "paid" });
});

it("the items of a deleted draft stay with it", async () => {
  const { stripe } = await openShop(emulator, "dead-draft");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer });
  const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  await stripe.invoices.del(id);
  expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
});

it("an invoice that is sent falls due so many days after it was made", async () => {
  const { stripe } = await openShop(emulator, "sent");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const sent = await stripe.invoices.create({
    auto_advance: true,
    collection_method: "send_invoice",
    customer,
    days_until_due: 9,
  });
  expect(sent).toMatchObject({ due_date: sent.created + 9 * DAY, next_payment_attempt: null });
});

it("a coupon for once is spent on the first invoice and stays nowhere", async () => {
  const { stripe, monthly } = await openShop(emulator, "once");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const { id: coupon } = await stripe.coupons.create({ duration: "once", percent_off: 50 });
  const subscription = await stripe.subscriptions.create({
    customer,
    discounts: [{ coupon }],
    expand: ["latest_invoice"],
    items: [{ price: monthly.id }],
  });
  expect(subscription).toMatchObject({ discounts: [], latest_invoice: { total: 450 } });
});

it("a trial that is ended now without a card is refused where it would have to be paid", async () => {
  const { stripe, monthly } = await openShop(emulator, "no-card");
  const { id: customer } = await stripe.customers.create();
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: monthly.id }],
    trial_period_days: 7,
  });
  const ended = stripe.subscriptions.update(id, { trial_end: "now" });
  await expect(ended).rejects.toMatchObject({ statusCode: 400 });
  await expect(ended).rejects.toThrow(/no attached payment source/);
});

it("refunds of a charge add up until nothing is left", async () => {
  const stripe = emulator.stripe("refunds");
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  const charge = String(intent.latest_charge);
  const states = [];
  for (const amount of [2000, 3000]) {
    const refund = await stripe.refunds.create({ amount, charge });
    expect(refund).toMatchObject({ destination_details: { type: "card" }, status: "succeeded" });
    const { amount_refunded, refunded } = await stripe.charges.retrieve(charge);
    states.push([amount_refunded, refunded]);
  }
  expect(states).toEqual([
    [2000, false],
    [5000, true],
  ]);
});
