import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onClock } from "../../facts/on-clock";
import { type Conformance, loadConformance } from "../../support/conform";
import {
  answersOf,
  confirmInBrowser,
  customerWith,
  eventTypes,
  incompleteSubscription,
  lastEvent,
  letPass,
  openShop,
} from "../../support/shop";

import { type StartedEmulator, startEmulator } from "../../support/start-emulator";

const HOUR = 3600;
const DAY = 24 * HOUR;

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

async function subscribed(
  account: string,
  card = "pm_card_visa",
  params: Partial<Stripe.SubscriptionCreateParams> = {},
) {
  const shop = await openShop(emulator, account);
  const customer = await customerWith(shop.stripe, card);
  const before = await lastEvent(shop.stripe);
  const subscription = await shop.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: shop.monthly.id }],
    ...params,
  });
  return { ...shop, customer, subscription, before };
}

describe("a subscription with a card on file", () => {
  it("is paid at once, and announced as active before its invoice", async () => {
    const { stripe, subscription, before } = await subscribed("at-once");
    expect(subscription.status).toBe("active");
    expect(await eventTypes(stripe, before)).toEqual([
      "charge.succeeded",
      "customer.updated",
      "customer.subscription.created",
      "payment_intent.succeeded",
      "payment_intent.created",
      "invoice.created",
      "invoice.finalized",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
    ]);
  });

  it("that is declined is incomplete, or with error_if_incomplete not there at all", async () => {
    const { stripe, subscription, customer, monthly } = await subscribed(
      "declined",
      "pm_card_chargeCustomerFail",
    );
    expect(subscription.status).toBe("incomplete");
    const attempt = stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      payment_behavior: "error_if_incomplete",
    });
    await expect(attempt).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
    expect((await stripe.subscriptions.list({ status: "all" })).data).toHaveLength(1);
  });

  it("that wants its holder is incomplete with an attempted invoice that counts no attempt", async () => {
    const { stripe, subscription, before } = await subscribed("holder", "pm_card_authenticationRequired", {
      expand: ["latest_invoice"],
    });
    expect(subscription.status).toBe("incomplete");
    expect(subscription.latest_invoice).toMatchObject({
      status: "open",
      attempted: true,
      attempt_count: 0,
      next_payment_attempt: null,
    });
    expect((await eventTypes(stripe, before)).slice(-3)).toEqual([
      "payment_intent.requires_action",
      "invoice.payment_action_required",
      "customer.subscription.created",
    ]);
  });

  it("is the same one when its creation is repeated with its idempotency key", async () => {
    const { stripe, monthly } = await openShop(emulator, "repeated");
    const customer = await customerWith(stripe, "pm_card_visa");
    const create = () =>
      stripe.subscriptions.create(
        { customer: customer.id, items: [{ price: monthly.id }] },
        { idempotencyKey: "one" },
      );
    const [first, second] = [await create(), await create()];
    expect(second.id).toBe(first.id);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });
});

describe("the end of a subscription", () => {
  it("is scheduled for the end of its period, and taken back", async () => {
    const { stripe, subscription } = await subscribed("end");
    const end = subscription.items.data[0]?.current_period_end;
    const ending = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({ status: "active", cancel_at_period_end: true, cancel_at: end });
    expect(ending.canceled_at).not.toBeNull();
    const going = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
    expect(going).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
  });

  it("comes when the period is over", async () => {
    const { stripe, subscription } = await subscribed("over");
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    const before = await lastEvent(stripe);
    await letPass(emulator, "over", 32 * DAY);
    expect(await eventTypes(stripe, before)).toEqual(["customer.subscription.deleted"]);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  });

  it("in a later period has that period billed up to it alone, as the preview said", async () => {
    const january = Date.UTC(2026, 0, 1) / 1000;
    const { stripe, price, subscribe, reach } = await onClock(emulator, "later", january);
    const subscription = await subscribe(await price(2800));
    const cancel_at = Date.UTC(2026, 1, 15) / 1000;
    await stripe.subscriptions.update(subscription.id, { cancel_at });
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id });
    await reach(Date.UTC(2026, 1, 1, 2) / 1000);
    const now = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(now).toMatchObject({
      items: { data: [{ current_period_end: cancel_at }] },
      latest_invoice: { amount_paid: 1400, lines: { data: [{ amount: 1400, period: { end: cancel_at } }] } },
      status: "active",
    });
    expect(preview.total).toBe(1400);
    await reach(cancel_at + 7200);
    const ended = await stripe.subscriptions.retrieve(subscription.id);
    expect(ended).toMatchObject({ ended_at: cancel_at, latest_invoice: Object(now.latest_invoice).id });
  });

  it("that comes at once leaves what was put on the next invoice by hand, and no prorations", async () => {
    const { stripe, subscription, customer } = await subscribed("left");
    const [item] = subscription.items.data;
    const update = { items: [{ id: item?.id ?? "", quantity: 2 }] };
    await stripe.subscriptions.update(subscription.id, update);
    const extra = { amount: 700, customer: customer.id, subscription: subscription.id };
    const { id } = await stripe.invoiceItems.create(extra);
    await stripe.subscriptions.cancel(subscription.id);
    const pending = await stripe.invoiceItems.list({ pending: true });
    expect(pending.data.map((one) => one.id)).toEqual([id]);
  });

  it("comes at once when it is canceled, and only once", async () => {
    const { stripe, subscription, customer } = await subscribed("once");
    const canceled = await stripe.subscriptions.cancel(subscription.id, {
      cancellation_details: { comment: "Too long" },
    });
    expect(canceled).toMatchObject({
      status: "canceled",
      cancellation_details: { reason: "cancellation_requested", comment: "Too long" },
    });
    await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({ statusCode: 404 });
    expect((await stripe.subscriptions.list({ customer: customer.id })).data).toEqual([]);
    expect((await stripe.subscriptions.list({ customer: customer.id, status: "ended" })).data).toHaveLength(
      1,
    );
  });
});

describe("time", () => {
  it("renews a subscription: a draft first, its payment an hour later", async () => {
    const { stripe, subscription } = await subscribed("renews");
    const first = subscription.items.data[0];
    const before = await lastEvent(stripe);
    await letPass(emulator, "renews", (first?.current_period_end ?? 0) - subscription.created + HOUR / 2);
    expect(await eventTypes(stripe, before)).toEqual([
      "invoice.upcoming",
      "invoice.created",
      "customer.subscription.updated",
    ]);
    const renewed = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(renewed.items.data[0]?.current_period_start).toBe(first?.current_period_end);
    expect(renewed.latest_invoice).toMatchObject({ status: "draft", billing_reason: "subscription_cycle" });

    const drafted = await lastEvent(stripe);
    await letPass(emulator, "renews", HOUR);
    expect(await eventTypes(stripe, drafted)).toEqual([
      "invoice.finalized",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
    ]);
  });

  it("makes a subscription past due when its card fails, and active again when that is mended", async () => {
    const { stripe, subscription, customer } = await subscribed("mended");
    const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: customer.id,
    });
    const settings = { invoice_settings: { default_payment_method: failing.id } };
    await stripe.customers.update(customer.id, settings);
    await letPass(emulator, "mended", 32 * DAY);
    const due = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(due.status).toBe("past_due");
    expect(due.latest_invoice).toMatchObject({ status: "open", attempted: true });

    const invoice = typeof due.latest_invoice === "object" ? (due.latest_invoice?.id ?? "") : "";
    const paid = await stripe.invoices.pay(invoice, { payment_method: "pm_card_visa" });
    expect(paid.status).toBe("paid");
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  });

  it("ends a subscription whose payments keep failing", async () => {
    const { stripe, subscription, customer } = await subscribed("failing");
    const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: customer.id,
    });
    await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id });
    await letPass(emulator, "failing", 50 * DAY);
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: "canceled",
      cancellation_details: { reason: "payment_failed" },
    });
  });

  it("expires a subscription that nobody pays within 23 hours, and voids its invoice", async () => {
    const shop = await openShop(emulator, "expires");
    const { subscription, secret } = await incompleteSubscription(shop);
    const before = await lastEvent(shop.stripe);
    await letPass(emulator, "expires", DAY);
    expect(await eventTypes(shop.stripe, before)).toEqual([
      "payment_intent.canceled",
      "invoice.voided",
      "invoice.updated",
      "customer.subscription.updated",
    ]);
    const expired = await shop.stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(expired).toMatchObject({ status: "incomplete_expired", latest_invoice: { status: "void" } });
    const late = await confirmInBrowser(emulator, "expires", secret, "4242424242424242");
    expect(late.json.error).toMatchObject({ code: "payment_intent_unexpected_state" });
  });

  it("turns a trial with a card into a paid period", async () => {
    const { stripe, subscription, before } = await subscribed("trial", "pm_card_visa", {
      trial_period_days: 14,
    });
    expect(subscription.status).toBe("trialing");
    expect(await eventTypes(stripe, before)).toEqual([
      "customer.updated",
      "invoice.created",
      "invoice.finalized",
      "customer.subscription.created",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
    const begun = await lastEvent(stripe);
    await letPass(emulator, "trial", 14 * DAY + 2 * HOUR);
    const after = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(after).toMatchObject({ status: "active", latest_invoice: { status: "paid", amount_paid: 900 } });
    expect((await eventTypes(stripe, begun)).slice(0, 2)).toEqual([
      "invoice.upcoming",
      "customer.subscription.trial_will_end",
    ]);
  });

  it("pays a trial's first period at once when the trial is ended", async () => {
    const { stripe, subscription } = await subscribed("trial-now", "pm_card_visa", { trial_period_days: 14 });
    const ended = await stripe.subscriptions.update(subscription.id, {
      trial_end: "now",
      expand: ["latest_invoice"],
    });
    expect(ended).toMatchObject({ status: "active", latest_invoice: { status: "paid", amount_paid: 900 } });
    const item = ended.items.data[0];
    expect(item?.current_period_end).toBeGreaterThan((item?.current_period_start ?? 0) + 27 * DAY);
  });

  it.each([
    ["cancel", "canceled"],
    ["pause", "paused"],
    ["create_invoice", "past_due"],
  ] as const)("ends a trial without a card by %s: it is %s", async (missing_payment_method, status) => {
    const account = `trial-${missing_payment_method}`;
    const { stripe, monthly } = await openShop(emulator, account);
    const customer = await stripe.customers.create();
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method } },
    });
    expect(subscription.pending_setup_intent).toMatch(/^seti_/);
    await letPass(emulator, account, 7 * DAY + 2 * HOUR);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe(status);
  });
});

it("every event of these lives has the shape of the SDK's types", async () => {
  const accounts = ["at-once", "once", "renews", "failing", "trial"];
  const pages = await Promise.all(
    accounts.map((account) => answersOf(emulator, account, ["/v1/events?limit=100"])),
  );
  expect(pages.flat().flatMap(findings)).toEqual([]);
});
