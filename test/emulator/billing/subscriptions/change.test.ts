import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../../support/conform";
import {
  answersOf,
  customerWith,
  eventTypes,
  incompleteSubscription,
  lastEvent,
  openShop,
} from "../../support/shop";
import { type StartedEmulator, startEmulator } from "../../support/start-emulator";

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

async function subscribed(account: string, card = "pm_card_visa") {
  const shop = await openShop(emulator, account);
  const customer = await customerWith(shop.stripe, card);
  const subscription = await shop.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: shop.monthly.id }],
  });
  const item = subscription.items.data[0]?.id ?? "";
  return { ...shop, customer, subscription, item, before: await lastEvent(shop.stripe) };
}

/** A customer with a card whose time stands still. */
async function customerOnClock(stripe: Stripe) {
  const { id: test_clock } = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
  const { id: customer } = await stripe.customers.create({
    invoice_settings: { default_payment_method: "pm_card_visa" },
    payment_method: "pm_card_visa",
    test_clock,
  });
  return customer;
}

describe("changing what is subscribed to", () => {
  it("leaves an amount that is off everything shared out among the items", async () => {
    const { stripe, product } = await openShop(emulator, "shared-out");
    const recurring = { interval: "month" } as const;
    const price = { currency: "usd", product: product.id, recurring, unit_amount: 2000 };
    const [one, other] = [await stripe.prices.create(price), await stripe.prices.create(price)];
    const { id: coupon } = await stripe.coupons.create({
      amount_off: 1000,
      currency: "usd",
      duration: "forever",
    });
    const customer = await customerOnClock(stripe);
    const subscription = await stripe.subscriptions.create({
      customer,
      discounts: [{ coupon }],
      items: [{ price: one.id }, { price: other.id }],
    });
    const change = async (quantity: number) => {
      const [item] = subscription.items.data;
      const changed = await stripe.subscriptions.update(subscription.id, {
        expand: ["latest_invoice"],
        items: [{ id: item?.id ?? "", quantity }],
        proration_behavior: "always_invoice",
      });
      return Object(changed.latest_invoice).lines.data.map(({ amount }: Stripe.InvoiceLineItem) => amount);
    };
    // Half of the ten dollars was off the item; of two and one at twenty, two thirds are.
    expect(await change(2)).toEqual([-1500, 3333]);
    expect(await change(1)).toEqual([-3333, 1500]);
  });

  it("is refused where an item would become two things, or there would be too many", async () => {
    const { stripe, subscription, item, product } = await subscribed("twice");
    const twice = stripe.subscriptions.update(subscription.id, {
      items: [
        { id: item, quantity: 2 },
        { id: item, quantity: 3 },
      ],
    });
    await expect(twice).rejects.toMatchObject({ param: "items[1][id]", statusCode: 400 });
    const recurring = { interval: "month" } as const;
    const price = () =>
      stripe.prices.create({ currency: "usd", product: product.id, recurring, unit_amount: 100 });
    const prices = await Promise.all(Array.from({ length: 20 }, price));
    const many = stripe.subscriptions.update(subscription.id, {
      items: prices.map(({ id }) => ({ price: id })),
    });
    await expect(many).rejects.toThrow("The maximum number of items (prices) per subscription is 20.");
  });

  it("asks for days where invoices are to be sent", async () => {
    const { stripe, subscription } = await subscribed("days");
    const sent = stripe.subscriptions.update(subscription.id, { collection_method: "send_invoice" });
    await expect(sent).rejects.toMatchObject({ param: "days_until_due" });
  });

  it("leaves credit and debit of the whole item pending for the next invoice", async () => {
    const { stripe, subscription, item, before } = await subscribed("pending");
    await stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 3 }] });
    const pending = await stripe.invoiceItems.list({ pending: true });
    expect(pending.data.map(({ amount, proration }) => [amount, proration])).toEqual([
      [2700, true],
      [-900, true],
    ]);
    expect(await eventTypes(stripe, before)).toEqual([
      "invoiceitem.created",
      "invoiceitem.created",
      "customer.subscription.updated",
    ]);
  });

  it("to a year, invoiced at once, charges the difference and keeps the start of the period", async () => {
    const { stripe, subscription, item, yearly, before } = await subscribed("year");
    const changed = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: yearly.id }],
      proration_behavior: "always_invoice",
      expand: ["latest_invoice"],
    });
    expect(changed.latest_invoice).toMatchObject({
      billing_reason: "subscription_update",
      status: "paid",
      total: 8100,
      lines: { data: [{ amount: -900 }, { amount: 9000 }] },
    });
    expect(changed.items.data[0]).toMatchObject({
      price: { id: yearly.id },
      current_period_start: subscription.created,
    });
    expect(await eventTypes(stripe, before)).toEqual([
      "invoiceitem.created",
      "invoiceitem.created",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "customer.subscription.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
    ]);
  });

  it("that can't be paid at once leaves the subscription changed and past due, or unchanged if that is an error", async () => {
    const { stripe, subscription, item, yearly, customer } = await subscribed("unpaid");
    const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: customer.id,
    });
    await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id });
    const change = {
      items: [{ id: item, price: yearly.id }],
      proration_behavior: "always_invoice",
    } satisfies Stripe.SubscriptionUpdateParams;
    await expect(
      stripe.subscriptions.update(subscription.id, { ...change, payment_behavior: "error_if_incomplete" }),
    ).rejects.toMatchObject({ code: "card_declined" });
    expect((await stripe.subscriptions.retrieve(subscription.id)).items.data[0]?.price.id).not.toBe(
      yearly.id,
    );
    const changed = await stripe.subscriptions.update(subscription.id, change);
    expect(changed).toMatchObject({ status: "past_due", items: { data: [{ price: { id: yearly.id } }] } });
  });

  it("back at the same instant costs nothing in the end", async () => {
    const { stripe, subscription, item, yearly, monthly, customer } = await subscribed("back");
    const at = subscription.created + 86_400;
    const to = (price: string) =>
      stripe.subscriptions.update(subscription.id, { items: [{ id: item, price }], proration_date: at });
    await to(yearly.id);
    await to(monthly.id);
    const items = await stripe.invoiceItems.list({ customer: customer.id });
    const sum = items.data.reduce((total, { amount }) => total + amount, 0);
    expect(Math.abs(sum)).toBeLessThanOrEqual(1);
  });

  it("without prorations changes the items alone", async () => {
    const { stripe, subscription, item, yearly, before } = await subscribed("none");
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: yearly.id }],
      proration_behavior: "none",
    });
    expect(await eventTypes(stripe, before)).toEqual(["customer.subscription.updated"]);
  });
});

describe("an update", () => {
  it("of metadata says what it was before", async () => {
    const { stripe, subscription } = await subscribed("metadata");
    await stripe.subscriptions.update(subscription.id, { metadata: { a: "1" } });
    const [event] = (await stripe.events.list({ limit: 1 })).data;
    expect(event?.data).toMatchObject({ previous_attributes: { metadata: { a: null } } });
  });

  it("that changes nothing says nothing", async () => {
    const { stripe, subscription, before } = await subscribed("nothing");
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
    expect(await eventTypes(stripe, before)).toEqual([]);
  });

  it("refuses a payment method of somebody else, an archived price, and another currency", async () => {
    const { stripe, subscription, item, product, monthly } = await subscribed("refuses");
    const other = await customerWith(stripe, "pm_card_visa");
    const [foreign] = (await stripe.paymentMethods.list({ customer: other.id })).data;
    const update = (params: object) => stripe.subscriptions.update(subscription.id, params);
    await expect(update({ default_payment_method: foreign?.id })).rejects.toMatchObject({
      code: "resource_missing",
      param: "default_payment_method",
    });
    await stripe.prices.update(monthly.id, { active: false });
    const archived = update({ items: [{ price: monthly.id }] });
    await expect(archived).rejects.toMatchObject({ param: "items[0][price]" });
    const euro = await stripe.prices.create({
      product: product.id,
      currency: "eur",
      unit_amount: 900,
      recurring: { interval: "month" },
    });
    await expect(update({ items: [{ id: item, price: euro.id }] })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it("of a subscription that is over is refused", async () => {
    const { stripe, subscription } = await subscribed("over");
    await stripe.subscriptions.cancel(subscription.id);
    await expect(
      stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }),
    ).rejects.toMatchObject({ code: "invalid_canceled_subscription_fields" });
  });

  it("of an incomplete one may only touch its notes and its payment method", async () => {
    const shop = await openShop(emulator, "incomplete");
    const { subscription } = await incompleteSubscription(shop);
    const noted = await shop.stripe.subscriptions.update(subscription.id, { metadata: { a: "1" } });
    expect(noted.metadata).toEqual({ a: "1" });
    await expect(
      shop.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

it("every event and invoice of these changes has the shape of the SDK's types", async () => {
  const paths = ["/v1/events?limit=100", "/v1/invoices", "/v1/invoiceitems"];
  const answers = [
    ...(await answersOf(emulator, "year", paths)),
    ...(await answersOf(emulator, "pending", paths)),
  ];
  expect(answers.flatMap(findings)).toEqual([]);
});
