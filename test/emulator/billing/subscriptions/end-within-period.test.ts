import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { onClock } from "../../facts/on-clock";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const on = (month: number, day: number) => Date.UTC(2026, month - 1, day) / 1000;

/** A price of $31.00 a month, so that a day of January costs a dollar. */
async function dollars(account: string, start: number) {
  const world = await onClock(emulator, account, start);
  const items = [{ price: await world.price(3100) }];
  const begin = (params: Partial<Stripe.SubscriptionCreateParams> = {}) =>
    world.stripe.subscriptions.create({ customer: world.customer, items, ...params });
  return { ...world, begin };
}

/** A subscription of that from 1 January on, on 6 January. */
async function dollarADay(account: string) {
  const world = await dollars(account, on(1, 1));
  const { stripe } = world;
  const subscription = await world.begin();
  await world.reach(on(1, 6));
  const id = subscription.id;
  const item = subscription.items.data[0]?.id ?? "";
  const pending = async () => {
    const { data } = await stripe.invoiceItems.list({
      customer: world.customer,
      pending: true,
    });
    return data.map(({ amount, period }) => [amount, period.start, period.end]);
  };
  return { ...world, id, item, pending };
}

describe("an end within the period that runs", () => {
  it("is its period's, and what was paid beyond it is given back", async () => {
    const { stripe, id, pending, reach } = await dollarADay("cut");
    const cut = await stripe.subscriptions.update(id, { cancel_at: on(1, 11) });
    expect(cut.items.data).toMatchObject([{ current_period_end: on(1, 11), current_period_start: on(1, 1) }]);
    expect(await pending()).toEqual([
      [500, on(1, 6), on(1, 11)],
      [-2600, on(1, 6), on(2, 1)],
    ]);
    await reach(on(1, 12));
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      ended_at: on(1, 11),
      status: "canceled",
    });
  });

  it("is billed at once where that is asked, and previewed as it will be", async () => {
    const { stripe, id, customer, pending } = await dollarADay("at-once");
    const change = { cancel_at: on(1, 11), proration_behavior: "always_invoice" } as const;
    const preview = await stripe.invoices.createPreview({ subscription: id, subscription_details: change });
    const cut = await stripe.subscriptions.update(id, { ...change, expand: ["latest_invoice"] });
    expect(cut.latest_invoice).toMatchObject({ billing_reason: "subscription_update", total: -2100 });
    expect(preview.total).toBe(-2100);
    expect(await pending()).toEqual([]);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -2100 });
  });

  it("gives nothing back without prorations, and takes nothing for being taken back", async () => {
    const { stripe, id, pending, reach } = await dollarADay("none");
    const none = { proration_behavior: "none" } as const;
    await stripe.subscriptions.update(id, { cancel_at: on(1, 11), ...none });
    const back = await stripe.subscriptions.update(id, { cancel_at: "", ...none });
    expect(back.items.data).toMatchObject([{ current_period_end: on(2, 1) }]);
    expect(await pending()).toEqual([]);
    await reach(on(2, 1) + 7200);
    const renewed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(renewed.latest_invoice).toMatchObject({ total: 3100 });
  });

  it.each([
    ["", on(2, 1), 0],
    [on(1, 21), on(1, 21), -1100],
    [on(2, 15), on(2, 1), 0],
  ] as const)("that becomes %o is billed for the difference alone", async (cancel_at, end, total) => {
    const { stripe, id, pending, reach } = await dollarADay(`moved${cancel_at}`);
    await stripe.subscriptions.update(id, { cancel_at: on(1, 11) });
    await reach(on(1, 7));
    const moved = await stripe.subscriptions.update(id, { cancel_at });
    expect(moved.items.data).toMatchObject([{ current_period_end: end }]);
    const amounts = (await pending()).map(([amount]) => amount ?? 0);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total);
  });

  it("leaves a trial, and what ends with its period, as it is", async () => {
    const { stripe, begin } = await dollars("trial", on(1, 1));
    const trial = await begin({ trial_end: on(1, 20) });
    const cut = await stripe.subscriptions.update(trial.id, { cancel_at: on(1, 11) });
    expect(cut.items.data).toMatchObject([{ current_period_end: on(1, 20) }]);
    const world = await dollarADay("with-period");
    await world.stripe.subscriptions.update(world.id, { cancel_at_period_end: true });
    expect(await world.pending()).toEqual([]);
  });
});

describe("a subscription that begins with its end", () => {
  it.each([
    ["create_prorations", 1000],
    ["none", 0],
  ] as const)("in its first period pays, with %s, up to it", async (proration_behavior, total) => {
    const { stripe, begin } = await dollars(`born-${proration_behavior}`, on(1, 1));
    const { id } = await begin({ cancel_at: on(1, 11), proration_behavior });
    const subscription = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(subscription).toMatchObject({
      items: { data: [{ current_period_end: on(1, 11) }] },
      latest_invoice: { total, lines: { data: [{ amount: total, period: { end: on(1, 11) } }] } },
    });
  });
});

describe("a change in a period that is only part of one", () => {
  it("before the end of its subscription costs what that part does", async () => {
    const { stripe, id, item, pending, price, reach } = await dollarADay("last-part");
    await stripe.subscriptions.update(id, { cancel_at: on(2, 15) });
    await reach(on(2, 8));
    await stripe.subscriptions.update(id, { items: [{ id: item, price: await price(5600) }] });
    expect((await pending()).map(([amount]) => amount)).toEqual([1400, -775]);
  });

  it("before a first anchor costs what that part does", async () => {
    const { price, begin, stripe, reach } = await dollars("first-part", on(1, 22));
    const subscription = await begin({ billing_cycle_anchor: on(2, 1) });
    await reach(on(1, 27));
    const item = subscription.items.data[0]?.id ?? "";
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: await price(6200) }],
    });
    const { data } = await stripe.invoiceItems.list({
      customer: String(subscription.customer),
      pending: true,
    });
    expect(data.map(({ amount }) => amount)).toEqual([1000, -500]);
  });
});
