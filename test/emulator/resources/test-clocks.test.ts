import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

const HOUR = 3600;
const JANUARY_31 = Date.UTC(2027, 0, 31, 12) / 1000;
const FEBRUARY_28 = Date.UTC(2027, 1, 28, 12) / 1000;
const MARCH_31 = Date.UTC(2027, 2, 31, 12) / 1000;

let emulator: StartedEmulator;
beforeAll(async () => {
  // No clock arrives before it is let: the stand-in looks after its jobs by itself every second.
  vi.useFakeTimers({ toFake: ["setInterval"] });
  emulator = await startEmulator();
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  vi.useRealTimers();
});

async function onClock(account: string, card = "pm_card_visa") {
  const shop = await openShop(emulator, account);
  const { stripe, monthly } = shop;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: JANUARY_31 });
  const customer = await stripe.customers.create({ test_clock: clock.id });
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: method.id,
    items: [{ price: monthly.id }],
    trial_period_days: 0,
  });
  const advance = async (frozen_time: number) => {
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
    await letPass(emulator, account, 0);
  };
  return { ...shop, clock, customer, subscription, advance };
}

describe("what belongs to a test clock", () => {
  it("is dated by it, whatever the time of the machine", async () => {
    const { stripe, customer, subscription, clock } = await onClock("dated");
    expect(customer).toMatchObject({ created: JANUARY_31, test_clock: clock.id });
    expect(subscription).toMatchObject({ created: JANUARY_31, test_clock: clock.id, status: "active" });
    expect(subscription.items.data[0]).toMatchObject({
      current_period_end: FEBRUARY_28,
      current_period_start: JANUARY_31,
    });
    const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
    expect(charge?.created).toBe(JANUARY_31);
    const [event] = (await stripe.events.list({ type: "customer.subscription.created" })).data;
    expect(event?.created).toBe(JANUARY_31);
  });

  it("lives on when the clock is advanced, each thing at its own time", async () => {
    const { stripe, advance, subscription, clock } = await onClock("lives");
    await advance(FEBRUARY_28 + 2 * HOUR);
    expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({
      frozen_time: FEBRUARY_28 + 2 * HOUR,
      status: "ready",
    });
    const { data } = await stripe.invoices.list({ subscription: subscription.id });
    expect(data.map(({ created, status }) => [created, status])).toEqual([
      [FEBRUARY_28, "paid"],
      [JANUARY_31, "paid"],
    ]);
    expect((await stripe.subscriptions.retrieve(subscription.id)).items.data[0]?.current_period_end).toBe(
      MARCH_31,
    );
    const events = (await stripe.events.list({ limit: 100 })).data.filter(
      ({ created }) => created >= FEBRUARY_28,
    );
    const told = events.map(({ type, created }) => [type, created - FEBRUARY_28]).reverse();
    expect(told).toEqual([
      ["invoice.created", 0],
      ["customer.subscription.updated", 0],
      ["invoice.finalized", HOUR],
      ["payment_intent.created", HOUR],
      ["charge.succeeded", HOUR],
      ["payment_intent.succeeded", HOUR],
      ["invoice.updated", HOUR],
      ["invoice.paid", HOUR],
      ["invoice.payment_succeeded", HOUR],
      ["invoice_payment.paid", HOUR],
      ["test_helpers.test_clock.ready", 2 * HOUR],
    ]);
  });

  it("can't be changed while the clock is on its way, unless the account is lenient", async () => {
    const { stripe, clock, customer } = await onClock("strict");
    const rename = () => stripe.customers.update(customer.id, { name: "Reader" });
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: FEBRUARY_28 });
    await expect(rename()).rejects.toMatchObject({
      statusCode: 429,
      message: `Test clock advancement underway - cannot perform modifications: ${clock.id}`,
    });
    expect((await stripe.customers.retrieve(customer.id)).id).toBe(customer.id);
    await emulator.request("POST", "/_emulator/clock/strict", {
      key: "sk_test_strict",
      body: JSON.stringify({ strict: false }),
      headers: { "Content-Type": "application/json" },
    });
    expect((await rename()).name).toBe("Reader");
    await letPass(emulator, "strict", 0);
    expect((await stripe.testHelpers.testClocks.retrieve(clock.id)).status).toBe("ready");
  });

  it("isn't touched by the account's own time", async () => {
    const { stripe, subscription } = await onClock("apart");
    await letPass(emulator, "apart", 200 * 86_400);
    expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
  });

  it("is listed by its clock or its customer, and not beside what goes by the account's time", async () => {
    const { stripe, clock, customer, subscription } = await onClock("listed");
    const { id: here } = await stripe.customers.create();
    const customers = await stripe.customers.list();
    expect(customers.data.map(({ id }) => id)).toEqual([here]);
    expect((await stripe.customers.list({ test_clock: clock.id })).data.map(({ id }) => id)).toEqual([
      customer.id,
    ]);
    expect((await stripe.subscriptions.list()).data).toEqual([]);
    for (const by of [{ test_clock: clock.id }, { customer: customer.id }]) {
      expect((await stripe.subscriptions.list(by)).data.map(({ id }) => id)).toEqual([subscription.id]);
    }
  });

  it("goes with the clock", async () => {
    const { stripe, clock, customer, subscription } = await onClock("gone");
    expect(await stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({ deleted: true });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  });
});

describe("a test clock", () => {
  it("goes forward only, and by two intervals at most", async () => {
    const { stripe, clock } = await onClock("limits");
    const advance = (frozen_time: number) => stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
    for (const time of [JANUARY_31, JANUARY_31 - 1, MARCH_31 + 1]) {
      await expect(advance(time)).rejects.toMatchObject({ param: "frozen_time" });
    }
    expect((await advance(MARCH_31)).status).toBe("advancing");
  });

  it("takes three subscriptions of a customer at a time", async () => {
    const { stripe, customer, subscription, monthly } = await onClock("subscriptions");
    const another = () =>
      stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: monthly.id }],
        trial_period_days: 7,
      });
    await another();
    await another();
    await expect(another()).rejects.toMatchObject({ param: "customer" });
    await stripe.subscriptions.cancel(subscription.id);
    expect((await another()).status).toBe("trialing");
  });

  it("takes three customers", async () => {
    const stripe = emulator.stripe("three");
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: JANUARY_31 });
    for (let customer = 0; customer < 3; customer++) await stripe.customers.create({ test_clock: clock.id });
    await expect(stripe.customers.create({ test_clock: clock.id })).rejects.toMatchObject({
      param: "test_clock",
    });
  });
});
