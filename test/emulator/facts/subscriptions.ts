import { expect } from "vitest";
import facts from "../golden-facts.json" with { type: "json" };
import { customerWith, letPass, openShop } from "../support/shop";
import type { StartedEmulator } from "../support/start-emulator";
import type { Facts } from "./lived";
import { itemOf, onClock } from "./on-clock";

const NO_METHOD = /^This customer has no attached payment source or default payment method\./;

async function subscribed(emulator: StartedEmulator, account: string, card = "pm_card_visa") {
  const shop = await openShop(emulator, account);
  const { id: customer } = await customerWith(shop.stripe, card);
  const items = [{ price: shop.monthly.id }];
  return { ...shop, customer, subscription: await shop.stripe.subscriptions.create({ customer, items }) };
}

/** A trial whose customer has no card, with what its end without one is to bring. */
async function trialWithoutCard(
  emulator: StartedEmulator,
  missing_payment_method: "cancel" | "create_invoice" | "pause",
) {
  const { stripe, monthly } = await openShop(emulator, `trial-${missing_payment_method}`);
  const { id: customer } = await stripe.customers.create();
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: monthly.id }],
    trial_period_days: 7,
    trial_settings: { end_behavior: { missing_payment_method } },
  });
  return { stripe, id, invoices: await stripe.invoices.list() };
}

export const SUBSCRIPTION_FACTS: Facts = {
  "cancel-prorate-pending": async (emulator) => {
    const { stripe, subscription } = await subscribed(emulator, "cancel-prorate-pending");
    await stripe.subscriptions.cancel(subscription.id, { prorate: true });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toMatchObject([
      { amount: -900, proration: true },
    ]);
    expect((await stripe.invoices.list()).data).toHaveLength(1);
  },

  "cancel-prorate-invoice-now": async (emulator) => {
    const { stripe, subscription, customer } = await subscribed(emulator, "cancel-prorate-invoice-now");
    const canceled = await stripe.subscriptions.cancel(subscription.id, { invoice_now: true, prorate: true });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
    const last = await stripe.invoices.retrieve(String(canceled.latest_invoice));
    expect(last).toMatchObject({
      amount_due: 0,
      attempted: false,
      auto_advance: true,
      automatically_finalizes_at: last.created + 3601,
      billing_reason: "subscription_cycle",
      lines: { data: [{ amount: -900 }] },
      number: null,
      status: "draft",
      total: -900,
    });
    await letPass(emulator, "cancel-prorate-invoice-now", 5);
    const given = await stripe.invoices.retrieve(last.id);
    expect(given).toMatchObject({ number: null, status: "uncollectible" });
    await letPass(emulator, "cancel-prorate-invoice-now", 7200);
    expect(await stripe.invoices.retrieve(last.id)).toEqual(given);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  },

  "anchor-now-stub": async (emulator) => {
    const start = Date.UTC(2026, 8, 21) / 1000;
    const shop = await onClock(emulator, "anchor-now-stub", start);
    const subscription = await shop.subscribe(await shop.price(3000));
    const end = itemOf(subscription).current_period_end;
    await shop.reach(start + 3 * 86_400);
    const moved = await shop.stripe.subscriptions.update(subscription.id, {
      billing_cycle_anchor: { type: "now" },
    });
    const now = start + 3 * 86_400;
    expect(moved).toMatchObject({ billing_cycle_anchor: now, latest_invoice: subscription.latest_invoice });
    const item = itemOf(moved);
    expect(item).toMatchObject({ current_period_end: end + 3 * 86_400, current_period_start: now });
    const { data } = await shop.stripe.invoiceItems.list({ customer: shop.customer, pending: true });
    expect(data).toMatchObject([
      {
        amount: 300,
        description: "Remaining time on Reader after 21 Oct 2026",
        period: { end: item.current_period_end, start: end },
        proration: true,
      },
    ]);
  },

  "second-item-period": async (emulator) => {
    const { setup, expect: recorded } = facts["second-item-period"];
    const [start = 0, end] = setup["sub period"];
    const shop = await onClock(emulator, "second-item-period", start);
    const subscription = await shop.subscribe(await shop.price(900));
    expect(itemOf(subscription)).toMatchObject({ current_period_end: end, current_period_start: start });
    await shop.reach(1_789_948_567);
    const price = await shop.price(500);
    const added = await shop.stripe.subscriptionItems.create({ price, subscription: subscription.id });
    expect(added).toMatchObject({
      current_period_end: recorded["item.current_period_end"],
      current_period_start: recorded["item.current_period_start"],
    });
  },

  "price-trial-days-ignored": async (emulator) => {
    const { stripe, product } = await openShop(emulator, "price-trial");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    const price = await stripe.prices.create({
      currency: "usd",
      product: product.id,
      recurring: { interval: "month", trial_period_days: 10 },
      unit_amount: 500,
    });
    const items = [{ price: price.id }];
    const plain = await stripe.subscriptions.create({ customer, items });
    expect(plain).toMatchObject({ status: "active", trial_end: null, trial_start: null });
    const asked = await stripe.subscriptions.create({ customer, items, trial_from_plan: true });
    expect(asked.status).toBe("trialing");
  },

  "trial-now-no-pm": async (emulator) => {
    const refused = await trialWithoutCard(emulator, "create_invoice");
    const before = await refused.stripe.subscriptions.retrieve(refused.id);
    const ended = refused.stripe.subscriptions.update(refused.id, { trial_end: "now" });
    await expect(ended).rejects.toMatchObject({
      code: "resource_missing",
      message: expect.stringMatching(NO_METHOD),
      statusCode: 400,
    });
    expect(await refused.stripe.subscriptions.retrieve(refused.id)).toEqual(before);
    expect(await refused.stripe.invoices.list()).toMatchObject({ data: refused.invoices.data });

    const paused = await trialWithoutCard(emulator, "pause");
    expect(await paused.stripe.subscriptions.update(paused.id, { trial_end: "now" })).toMatchObject({
      status: "paused",
    });
    expect((await paused.stripe.invoices.list()).data).toEqual(paused.invoices.data);

    const canceled = await trialWithoutCard(emulator, "cancel");
    expect(await canceled.stripe.subscriptions.update(canceled.id, { trial_end: "now" })).toMatchObject({
      cancellation_details: { reason: "cancellation_requested" },
      status: "canceled",
    });
  },

  "once-coupon": async (emulator) => {
    const { stripe, monthly } = await openShop(emulator, "once-coupon");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    const { id: coupon } = await stripe.coupons.create({ duration: "once", percent_off: 50 });
    const subscription = await stripe.subscriptions.create({
      customer,
      discounts: [{ coupon }],
      expand: ["latest_invoice"],
      items: [{ price: monthly.id }],
    });
    expect(subscription.discounts).toEqual([]);
    expect(subscription.latest_invoice).toMatchObject({
      subtotal: 900,
      total: 450,
      total_discount_amounts: [{ amount: 450 }],
    });
  },

  "sub-3ds-create": async (emulator) => {
    const { stripe, subscription } = await subscribed(emulator, "3ds", "pm_card_authenticationRequired");
    const recorded = facts["sub-3ds-create"].expect;
    expect(subscription.status).toBe(recorded.status);
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice), {
      expand: ["payments.data.payment.payment_intent"],
    });
    expect(invoice).toMatchObject(recorded.invoice);
    expect(invoice.payments?.data[0]?.payment.payment_intent).toMatchObject({ status: "requires_action" });
  },

  "sub-create-paid": async (emulator) => {
    const shop = await onClock(emulator, "sub-create-paid", 1_790_021_304);
    const subscription = await shop.subscribe(await shop.price(1000));
    expect(subscription.status).toBe("active");
    const id = String(subscription.latest_invoice);
    const invoice = await shop.stripe.invoices.retrieve(id, { expand: ["payments"] });
    expect(invoice).toMatchObject({
      attempt_count: 1,
      created: 1_790_021_304,
      payments: { data: [{ is_default: true, status: "paid" }] },
      period_end: invoice.created,
      period_start: invoice.created,
      status: "paid",
    });
    await shop.reach(1_790_021_304 + 10);
    const { data } = await shop.stripe.balanceTransactions.list({ type: "charge" });
    expect(data).toMatchObject([{ amount: 1000, fee: 29 + 30, net: 941 }]);
  },
};
