import { describe, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;

async function customer(account: string) {
  const shop = await openShop(emulator, account);
  const { id } = await customerWith(shop.stripe, "pm_card_visa");
  const daily = await shop.stripe.prices.create({
    currency: "usd",
    product: shop.product.id,
    recurring: { interval: "day", interval_count: 10 },
    unit_amount: 1000,
  });
  return { ...shop, daily, id };
}

const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe("an anchor that is to come", () => {
  it("has the part of a period paid that leads up to it", async () => {
    const { stripe, id, daily } = await customer("part");
    const billing_cycle_anchor = soon(4 * DAY);
    const subscription = await stripe.subscriptions.create({
      billing_cycle_anchor,
      customer: id,
      expand: ["latest_invoice"],
      items: [{ price: daily.id }],
    });
    expect(subscription).toMatchObject({
      billing_cycle_anchor,
      items: { data: [{ current_period_end: billing_cycle_anchor }] },
      latest_invoice: { status: "paid", total: 400 },
    });
    await letPass(emulator, "part", 5 * DAY);
    const renewed = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(renewed).toMatchObject({
      items: { data: [{ current_period_start: billing_cycle_anchor }] },
      latest_invoice: { total: 1000 },
    });
  });

  it("costs nothing until then without prorations", async () => {
    const { stripe, id, daily } = await customer("free");
    const subscription = await stripe.subscriptions.create({
      billing_cycle_anchor: soon(4 * DAY),
      customer: id,
      expand: ["latest_invoice"],
      items: [{ price: daily.id }],
      proration_behavior: "none",
    });
    expect(subscription).toMatchObject({ latest_invoice: { status: "paid", total: 0 }, status: "active" });
  });

  it("isn't past, nor further off than the first renewal", async () => {
    const { stripe, id, daily } = await customer("far");
    const create = (billing_cycle_anchor: number) =>
      stripe.subscriptions.create({ billing_cycle_anchor, customer: id, items: [{ price: daily.id }] });
    await expect(create(soon(-DAY))).rejects.toThrow(/in the future/);
    await expect(create(soon(11 * DAY))).rejects.toThrow(/next natural billing date/);
  });

  it("may be a day of the month", async () => {
    const { stripe, id, monthly } = await customer("day");
    const subscription = await stripe.subscriptions.create({
      billing_cycle_anchor_config: { day_of_month: 31, hour: 0, minute: 0, second: 0 },
      customer: id,
      items: [{ price: monthly.id }],
    });
    const anchor = new Date(subscription.billing_cycle_anchor * 1000);
    const next = new Date(anchor.getTime() + DAY * 1000);
    expect([anchor.getUTCHours(), next.getUTCDate()]).toEqual([0, 1]);
    expect(subscription.billing_cycle_anchor_config).toMatchObject({ day_of_month: 31, month: null });
  });
});

it("a subscription that began before has its past periods on the first invoice", async () => {
  const { stripe, id, daily } = await customer("before");
  const backdate_start_date = soon(-25 * DAY);
  const subscription = await stripe.subscriptions.create({
    backdate_start_date,
    customer: id,
    expand: ["latest_invoice"],
    items: [{ price: daily.id }],
  });
  expect(subscription).toMatchObject({
    items: { data: [{ current_period_start: backdate_start_date + 20 * DAY }] },
    latest_invoice: { lines: { data: [{ amount: 1000 }, { amount: 1000 }, { amount: 1000 }] }, total: 3000 },
    start_date: backdate_start_date,
  });
});

describe("an anchor that is moved to now", () => {
  it("has the time paid by which the period becomes longer, and begins it anew", async () => {
    const { stripe, id, daily } = await customer("now");
    const subscription = await stripe.subscriptions.create({ customer: id, items: [{ price: daily.id }] });
    await letPass(emulator, "now", 4 * DAY);
    const moved = await stripe.subscriptions.update(subscription.id, {
      billing_cycle_anchor: { type: "now" },
      expand: ["latest_invoice"],
      proration_behavior: "always_invoice",
    });
    const start = moved.items.data[0]?.current_period_start ?? 0;
    expect(start - subscription.created).toBeGreaterThanOrEqual(4 * DAY);
    expect(moved).toMatchObject({
      billing_cycle_anchor: start,
      items: { data: [{ current_period_end: start + 10 * DAY }] },
      latest_invoice: { billing_reason: "subscription_update", status: "paid" },
    });
    const invoice = typeof moved.latest_invoice === "object" ? moved.latest_invoice : null;
    expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([400]);
    expect(invoice?.lines.data[0]?.description).toMatch(/^Remaining time on Reader/);
  });

  it("with another price gives the old one back and bills the new one whole, as the preview said", async () => {
    const { stripe, id, daily, yearly } = await customer("other");
    const subscription = await stripe.subscriptions.create({ customer: id, items: [{ price: daily.id }] });
    const item = subscription.items.data[0]?.id ?? "";
    await letPass(emulator, "other", 5 * DAY);
    const items = [{ id: item, price: yearly.id }];
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { billing_cycle_anchor: { type: "now" }, items },
    });
    const moved = await stripe.subscriptions.update(subscription.id, {
      billing_cycle_anchor: { type: "now" },
      expand: ["latest_invoice"],
      items,
    });
    const invoice = typeof moved.latest_invoice === "object" ? moved.latest_invoice : null;
    expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([-500, 9000]);
    expect(preview.total).toBe(invoice?.total);
    expect(invoice?.status).toBe("paid");
  });
});

it("what is bought once comes before the subscription's own lines", async () => {
  const { stripe, id, monthly, product } = await customer("extra");
  const once = await stripe.prices.create({ currency: "usd", product: product.id, unit_amount: 250 });
  const subscription = await stripe.subscriptions.create({
    add_invoice_items: [{ price: once.id, quantity: 2 }],
    customer: id,
    expand: ["latest_invoice"],
    items: [{ price: monthly.id }],
  });
  const invoice = typeof subscription.latest_invoice === "object" ? subscription.latest_invoice : null;
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([500, 900]);
  await stripe.subscriptions.update(subscription.id, { add_invoice_items: [{ price: once.id }] });
  expect((await stripe.invoiceItems.list({ pending: true })).data).toMatchObject([{ amount: 250 }]);
  const recurring = stripe.subscriptions.update(subscription.id, {
    add_invoice_items: [{ price: monthly.id }],
  });
  await expect(recurring).rejects.toThrow(/type=one_time/);
});

it("what is bought once with a trial is paid at once; where the card is declined, the trial goes on", async () => {
  const { stripe, id, monthly, product } = await customer("extra-trial");
  const once = await stripe.prices.create({ currency: "usd", product: product.id, unit_amount: 250 });
  const begin = (customer: string) =>
    stripe.subscriptions.create({
      add_invoice_items: [{ price: once.id }],
      customer,
      expand: ["latest_invoice"],
      items: [{ price: monthly.id }],
      trial_period_days: 7,
    });
  expect(await begin(id)).toMatchObject({
    latest_invoice: { amount_paid: 250, status: "paid" },
    pending_setup_intent: null,
    status: "trialing",
  });
  const declined = await customerWith(stripe, "pm_card_chargeCustomerFail");
  const { id: subscription, status } = await begin(declined.id);
  expect(status).toBe("trialing");
  const [open] = (await stripe.invoices.list({ subscription })).data;
  expect(open).toMatchObject({ amount_remaining: 250, attempt_count: 1, status: "open" });
});
