import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;
const HOUR = 3600;

type Phases = NonNullable<Stripe.SubscriptionScheduleCreateParams["phases"]>;

/** A customer with a card, to whom $9.00 a month or $90.00 a year is sold. */
async function customer(account: string, card = "pm_card_visa") {
  const shop = await openShop(emulator, account);
  const { id } = await customerWith(shop.stripe, card);
  const create = (phases: Phases, params: Stripe.SubscriptionScheduleCreateParams = {}) =>
    shop.stripe.subscriptionSchedules.create({ customer: id, phases, ...params });
  const subscriptionOf = ({ subscription }: Stripe.SubscriptionSchedule) =>
    shop.stripe.subscriptions.retrieve(String(subscription), { expand: ["latest_invoice"] });
  return {
    ...shop,
    create,
    id,
    pass: (seconds: number) => letPass(emulator, account, seconds),
    subscriptionOf,
  };
}

const months = (interval_count: number) => ({ interval: "month", interval_count }) as const;

describe("a schedule from scratch", () => {
  it("starts its subscription at once, whose first invoice is closed an hour later", async () => {
    const { create, monthly, pass, stripe, subscriptionOf } = await customer("at-once");
    const schedule = await create([{ duration: months(3), items: [{ price: monthly.id, quantity: 2 }] }]);
    expect(schedule).toMatchObject({ released_at: null, status: "active" });
    expect(await subscriptionOf(schedule)).toMatchObject({
      latest_invoice: { billing_reason: "subscription_create", status: "draft", total: 1800 },
      schedule: schedule.id,
      status: "active",
    });
    expect((await eventTypes(stripe)).slice(-4)).toEqual([
      "subscription_schedule.created",
      "customer.updated",
      "invoice.created",
      "customer.subscription.created",
    ]);
    await pass(HOUR + 5);
    expect(await subscriptionOf(schedule)).toMatchObject({ latest_invoice: { status: "paid" } });
  });

  it("that is to start later has no subscription until then", async () => {
    const { create, monthly, pass, stripe, subscriptionOf } = await customer("later");
    const start_date = Math.floor(Date.now() / 1000) + 10 * DAY;
    const schedule = await create([{ duration: months(1), items: [{ price: monthly.id }] }], { start_date });
    expect(schedule).toMatchObject({ current_phase: null, status: "not_started", subscription: null });
    const waiting = await stripe.subscriptionSchedules.list({ scheduled: true });
    expect(waiting.data.map(({ id }) => id)).toEqual([schedule.id]);
    expect((await stripe.invoices.createPreview({ schedule: schedule.id })).total).toBe(900);
    const before = await lastEvent(stripe);
    await pass(11 * DAY);
    const begun = await stripe.subscriptionSchedules.retrieve(schedule.id);
    expect(begun).toMatchObject({ current_phase: { start_date }, status: "active" });
    expect((await subscriptionOf(begun)).start_date).toBe(start_date);
    expect((await eventTypes(stripe, before)).slice(0, 4)).toEqual([
      "subscription_schedule.updated",
      "customer.updated",
      "invoice.created",
      "customer.subscription.created",
    ]);
  });

  it("that was canceled before its start never starts", async () => {
    const { create, monthly, pass, stripe } = await customer("never");
    const start_date = Math.floor(Date.now() / 1000) + 10 * DAY;
    const { id } = await create([{ items: [{ price: monthly.id }] }], { start_date });
    expect(await stripe.subscriptionSchedules.cancel(id)).toMatchObject({ status: "canceled" });
    await pass(20 * DAY);
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
  });

  it("ends its subscription with its last phase, if it is to cancel it", async () => {
    const { create, monthly, pass, stripe, subscriptionOf } = await customer("cancels");
    const schedule = await create([{ duration: months(2), items: [{ price: monthly.id }] }], {
      end_behavior: "cancel",
    });
    const end = schedule.phases[0]?.end_date ?? 0;
    expect((await subscriptionOf(schedule)).cancel_at).toBe(end);
    const before = await lastEvent(stripe);
    await pass(63 * DAY);
    expect(await subscriptionOf(schedule)).toMatchObject({
      ended_at: end,
      schedule: null,
      status: "canceled",
    });
    const done = await stripe.subscriptionSchedules.retrieve(schedule.id);
    expect(done).toMatchObject({ completed_at: end, current_phase: null, status: "completed" });
    expect((await eventTypes(stripe, before)).slice(-2)).toEqual([
      "subscription_schedule.completed",
      "customer.subscription.deleted",
    ]);
  });

  it("is aborted when its subscription ends because nobody paid", async () => {
    const { create, monthly, pass, stripe } = await customer("aborted", "pm_card_chargeCustomerFail");
    const { id } = await create([{ duration: months(6), items: [{ price: monthly.id }] }]);
    await pass(20 * DAY);
    expect(await stripe.subscriptionSchedules.retrieve(id)).toMatchObject({ status: "canceled" });
    expect(await eventTypes(stripe)).toContain("subscription_schedule.aborted");
  });

  it("may be a trial as a whole, and be paid from its end on", async () => {
    const { create, monthly, pass, subscriptionOf } = await customer("trial");
    const schedule = await create([
      { duration: { interval: "day", interval_count: 14 }, items: [{ price: monthly.id }], trial: true },
      { duration: months(2), items: [{ price: monthly.id }] },
    ]);
    const end = schedule.phases[0]?.end_date;
    expect(await subscriptionOf(schedule)).toMatchObject({ status: "trialing", trial_end: end });
    await pass(14 * DAY + 2 * HOUR);
    expect(await subscriptionOf(schedule)).toMatchObject({
      billing_cycle_anchor: end,
      latest_invoice: { status: "paid", total: 900 },
      status: "active",
    });
  });

  it("refuses phases that leave a gap, last no time, or say twice when they end", async () => {
    const { create, monthly, id, stripe } = await customer("gaps");
    const items = [{ price: monthly.id }];
    await expect(create([{ duration: months(1), end_date: 4_000_000_000, items }])).rejects.toThrow(
      /only specify one/,
    );
    await expect(create([{ end_date: 5, items }])).rejects.toThrow(/after its start date/);
    await expect(stripe.subscriptionSchedules.create({ customer: id })).rejects.toThrow("phases");
    await expect(create([{ items, trial: true, trial_end: 4_000_000_000 }])).rejects.toThrow(
      /only specify one/,
    );
    expect((await stripe.subscriptionSchedules.list()).data).toEqual([]);
  });
});

describe("a phase that begins within a period", () => {
  it.each([
    { behavior: "none", invoices: 1, pending: 0 },
    { behavior: "create_prorations", invoices: 1, pending: 2 },
    { behavior: "always_invoice", invoices: 2, pending: 0 },
  ] as const)(
    "with $behavior leaves $invoices invoices and $pending items pending",
    async ({ behavior, invoices, pending }) => {
      const { create, monthly, pass, stripe } = await customer(`within-${behavior}`);
      await create([
        { duration: { interval: "day", interval_count: 10 }, items: [{ price: monthly.id }] },
        { duration: months(1), items: [{ price: monthly.id, quantity: 3 }], proration_behavior: behavior },
      ]);
      await pass(11 * DAY);
      expect((await stripe.invoices.list()).data).toHaveLength(invoices);
      expect((await stripe.invoiceItems.list({ pending: true })).data).toHaveLength(pending);
    },
  );

  it("whose invoice can't be paid makes the subscription past due", async () => {
    const { create, id, monthly, pass, stripe, subscriptionOf } = await customer("unpaid");
    const schedule = await create([
      { duration: { interval: "day", interval_count: 10 }, items: [{ price: monthly.id }] },
      { items: [{ price: monthly.id, quantity: 3 }], proration_behavior: "always_invoice" },
    ]);
    await pass(DAY);
    const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: id });
    await stripe.customers.update(id, { invoice_settings: { default_payment_method: broken.id } });
    await pass(10 * DAY);
    expect(await subscriptionOf(schedule)).toMatchObject({
      latest_invoice: { billing_reason: "subscription_update", status: "open" },
      status: "past_due",
    });
  });
});

describe("a change of a schedule that runs", () => {
  it("of its current phase changes the subscription at once, prorated as the request says", async () => {
    const { create, monthly, stripe, subscriptionOf } = await customer("current");
    const schedule = await create([{ duration: months(2), items: [{ price: monthly.id }] }]);
    const [phase] = schedule.phases;
    const before = await lastEvent(stripe);
    await stripe.subscriptionSchedules.update(schedule.id, {
      phases: [{ end_date: phase?.end_date ?? 0, items: [{ price: monthly.id, quantity: 4 }] }],
      proration_behavior: "none",
    });
    expect((await subscriptionOf(schedule)).items.data[0]?.quantity).toBe(4);
    expect(await eventTypes(stripe, before)).toEqual([
      "subscription_schedule.updated",
      "customer.subscription.updated",
    ]);
  });

  it("ends a phase now and begins the next", async () => {
    const { create, monthly, pass, stripe, subscriptionOf, yearly } = await customer("now");
    const schedule = await create([{ duration: months(2), items: [{ price: monthly.id }] }]);
    await pass(2 * HOUR);
    const begun = schedule.phases[0]?.start_date ?? 0;
    const changed = await stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { end_date: "now", items: [{ price: monthly.id }], start_date: begun },
        { items: [{ price: yearly.id }], proration_behavior: "always_invoice" },
      ],
    });
    expect(changed.current_phase?.start_date).toBe(changed.phases[1]?.start_date);
    expect((await subscriptionOf(changed)).items.data[0]?.price.id).toBe(yearly.id);
  });

  it("can't leave out the phase that runs, nor begin elsewhere", async () => {
    const { create, monthly, pass, stripe } = await customer("left-out");
    const { id, phases } = await create([{ duration: months(2), items: [{ price: monthly.id }] }]);
    await pass(2 * HOUR);
    const begun = phases[0]?.start_date ?? 0;
    const items = [{ price: monthly.id }];
    const update = (start_date: number, end_date: number) =>
      stripe.subscriptionSchedules.update(id, { phases: [{ end_date, items, start_date }] });
    await expect(update(begun, begun + HOUR)).rejects.toThrow(/runs now/);
    await expect(update(begun + HOUR, begun + 9 * HOUR)).rejects.toThrow(/can't be changed/);
    expect((await stripe.subscriptionSchedules.retrieve(id)).phases).toEqual(phases);
  });

  it("takes its end back when it is released, unless that is to stay", async () => {
    const { create, monthly, stripe, subscriptionOf } = await customer("ends");
    const items = [{ price: monthly.id }];
    const [first, second] = [
      await create([{ duration: months(2), items }], { end_behavior: "cancel" }),
      await create([{ duration: months(2), items }], { end_behavior: "cancel" }),
    ];
    await stripe.subscriptionSchedules.release(first.id);
    await stripe.subscriptionSchedules.release(second.id, { preserve_cancel_date: true });
    expect((await subscriptionOf(first)).cancel_at).toBeNull();
    expect((await subscriptionOf(second)).cancel_at).toBe(second.phases[0]?.end_date);
  });

  it("keeps what was changed of the subscription directly", async () => {
    const { create, monthly, stripe, subscriptionOf } = await customer("directly");
    const schedule = await create([{ duration: months(2), items: [{ price: monthly.id }] }]);
    const [item] = (await subscriptionOf(schedule)).items.data;
    await stripe.subscriptions.update(String(schedule.subscription), {
      items: [{ id: item?.id ?? "", quantity: 7 }],
    });
    const kept = await stripe.subscriptionSchedules.retrieve(schedule.id);
    expect(kept.phases[0]?.items[0]?.quantity).toBe(7);
  });
});

describe("discounts of phases", () => {
  it("come and go with their phase", async () => {
    const { create, monthly, pass, stripe, subscriptionOf } = await customer("discounts");
    const { id: coupon } = await stripe.coupons.create({ duration: "forever", percent_off: 50 });
    const items = [{ price: monthly.id }];
    const schedule = await create([
      { discounts: [{ coupon }], duration: months(1), items },
      { duration: months(1), items },
    ]);
    expect(await subscriptionOf(schedule)).toMatchObject({ latest_invoice: { total: 450 } });
    await pass(35 * DAY);
    expect(await subscriptionOf(schedule)).toMatchObject({ discounts: [], latest_invoice: { total: 900 } });
  });
});
