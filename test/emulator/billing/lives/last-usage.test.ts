import { expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

/** What was used is billed once, however a metered item comes to its end. */

const emulator = useEmulator();

const DAY = 86_400;
const HOUR = 3600;

/** A subscription to a metered price (10 cents a page) and the monthly one, of which 70 pages were used. */
async function used(account: string, more: { trial_period_days?: number } = {}) {
  const { stripe, product, monthly } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const meter = await stripe.billing.meters.create({
    default_aggregation: { formula: "sum" },
    display_name: "Pages",
    event_name: "page",
  });
  const price = async (unit_amount: number) =>
    await stripe.prices.create({
      currency: "usd",
      product: product.id,
      recurring: { interval: "month", meter: meter.id, usage_type: "metered" },
      unit_amount,
    });
  const { id, items } = await stripe.subscriptions.create({
    customer,
    items: [{ price: (await price(10)).id }, { price: monthly.id }],
    ...more,
  });
  const use = (value: number) =>
    stripe.billing.meterEvents.create({
      event_name: "page",
      payload: { stripe_customer_id: customer, value: String(value) },
    });
  await use(70);
  const pending = async () => (await stripe.invoiceItems.list({ customer, pending: true })).data;
  return { stripe, customer, id, use, price, pending, item: items.data[0]?.id ?? "" };
}

it("a cancellation with an invoice now bills what was used, an hour later", async () => {
  const { stripe, id } = await used("now");
  const canceled = await stripe.subscriptions.cancel(id, { expand: ["latest_invoice"], invoice_now: true });
  expect(canceled.latest_invoice).toMatchObject({
    billing_reason: "subscription_cycle",
    lines: { data: [{ amount: 700, quantity: 70 }] },
    status: "draft",
  });
  await letPass(emulator, "now", 2 * HOUR);
  const [last] = (await stripe.invoices.list({ subscription: id })).data;
  expect(last).toMatchObject({ amount_paid: 700, status: "paid" });
});

it("a cancellation without one bills nothing", async () => {
  const { stripe, id } = await used("never");
  await stripe.subscriptions.cancel(id);
  await letPass(emulator, "never", 40 * DAY);
  expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
});

it("a subscription that ends with its period bills its use then, as the preview says, and nothing ever after", async () => {
  const { stripe, id } = await used("period");
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  const preview = await stripe.invoices.createPreview({ subscription: id });
  await letPass(emulator, "period", 70 * DAY);
  const { data } = await stripe.invoices.list({ subscription: id });
  expect(data).toMatchObject([{ status: "paid", total: 700 }, { total: 900 }]);
  expect(preview).toMatchObject({
    lines: { data: [{ amount: 700 }] },
    period_end: data[0]?.period_end,
    total: 700,
  });
});

it("what is used in a trial is free, whether it goes on or ends", async () => {
  const lasting = await used("trial-lasts", { trial_period_days: 7 });
  await letPass(emulator, "trial-lasts", 8 * DAY);
  await lasting.use(5);
  await letPass(emulator, "trial-lasts", 31 * DAY);
  const { data } = await lasting.stripe.invoices.list({ subscription: lasting.id });
  expect(data.map(({ total }) => total)).toEqual([950, 900, 0]);

  const ended = await used("trial-ends", { trial_period_days: 7 });
  await ended.stripe.subscriptions.update(ended.id, { cancel_at_period_end: true });
  await letPass(emulator, "trial-ends", 8 * DAY);
  const { data: all } = await ended.stripe.invoices.list({ subscription: ended.id });
  expect(all.map(({ total }) => total)).toEqual([0]);
});

it("an item that is removed leaves what was used of it for the next invoice", async () => {
  const { stripe, id, item, pending } = await used("removed");
  await stripe.subscriptionItems.del(item);
  expect(await pending()).toMatchObject([{ amount: 700, quantity: 70 }]);
  await letPass(emulator, "removed", 32 * DAY);
  const [next] = (await stripe.invoices.list({ subscription: id })).data;
  expect(next?.lines.data.map(({ amount }) => amount)).toEqual([700, 900]);
});

it("another price counts from where it begins", async () => {
  const { stripe, id, item, pending, price, use } = await used("repriced");
  await stripe.subscriptionItems.update(item, { price: (await price(25)).id });
  expect(await pending()).toMatchObject([{ amount: 700, quantity: 70 }]);
  await letPass(emulator, "repriced", DAY);
  await use(4);
  await letPass(emulator, "repriced", 31 * DAY);
  const [next] = (await stripe.invoices.list({ subscription: id })).data;
  expect(next?.lines.data.map(({ amount }) => amount).sort()).toEqual([100, 700, 900]);
});

it("a last invoice that nobody pays ends the subscription no second time", async () => {
  const { stripe, product } = await openShop(emulator, "unpaid");
  const { id: customer } = await customerWith(stripe, "pm_card_chargeCustomerFail");
  const meter = await stripe.billing.meters.create({
    default_aggregation: { formula: "sum" },
    display_name: "Pages",
    event_name: "page",
  });
  const { id: price } = await stripe.prices.create({
    currency: "usd",
    product: product.id,
    recurring: { interval: "month", meter: meter.id, usage_type: "metered" },
    unit_amount: 100,
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] });
  const payload = { stripe_customer_id: customer, value: "30" };
  await stripe.billing.meterEvents.create({ event_name: "page", payload });
  const ended = await stripe.subscriptions.cancel(subscription.id, { invoice_now: true });
  await letPass(emulator, "unpaid", 16 * DAY);
  const after = await stripe.subscriptions.retrieve(ended.id, { expand: ["latest_invoice"] });
  expect(after).toMatchObject({
    cancellation_details: { reason: "cancellation_requested" },
    ended_at: ended.ended_at,
    latest_invoice: { attempt_count: 8, status: "open" },
  });
  const deleted = await stripe.events.list({ type: "customer.subscription.deleted" });
  expect(deleted.data).toHaveLength(1);
});
