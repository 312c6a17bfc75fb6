import type Stripe from "stripe";
import { expect } from "vitest";
import { DAY, HOUR, type Scenario, type Scenarios, type Stage } from "./stage";

/** Schedules and test clocks. */
export const schedules: Scenarios = {
  "subscriptionSchedules.create": async (stage) => {
    const customer = await stage.customer("pm_card_visa");
    const start = Math.floor(Date.now() / 1000) + DAY;
    return stage.during(() => scheduled(stage, { customer, start_date: start }));
  },
  "subscriptionSchedules.update": withSchedule(({ stripe }, { id }) =>
    stripe.subscriptionSchedules.update(id, { metadata: { a: "b" } }),
  ),
  "subscriptionSchedules.release": withSchedule(({ stripe }, { id }) =>
    stripe.subscriptionSchedules.release(id),
  ),
  "subscriptionSchedules.cancel": withSchedule(({ stripe }, { id }) =>
    stripe.subscriptionSchedules.cancel(id, { invoice_now: false, prorate: false }),
  ),
  "phase change": async (stage) => {
    const { stripe, customer, monthly, during, pass } = stage;
    const month = { interval: "month", interval_count: 1 } as const;
    await stripe.subscriptionSchedules.create({
      customer: await customer("pm_card_visa"),
      phases: [
        { duration: month, items: [{ price: monthly.id }] },
        { duration: month, items: [{ price: monthly.id, quantity: 2 }], proration_behavior: "none" },
      ],
      start_date: "now",
    });
    await pass(26 * DAY);
    const types = await during(() => pass(5 * DAY + 12 * HOUR));
    return types.filter((type) => /^(subscription_schedule|customer\.subscription)\./.test(type));
  },
  "last phase ends": async (stage) => {
    const ended = async (end_behavior: "cancel" | "release") => {
      const customer = await stage.customer("pm_card_visa");
      await scheduled(stage, { customer, end_behavior, start_date: "now" });
      await stage.pass(26 * DAY);
      const types = await stage.during(() => stage.pass(6 * DAY));
      return types.filter((type) => /^(subscription_schedule|customer\.subscription)\./.test(type));
    };
    return [await ended("cancel"), await ended("release")];
  },
  "a schedule that is about to end": async (stage) => {
    await scheduled(stage, { customer: await stage.customer("pm_card_visa"), start_date: "now" });
    await stage.pass(20 * DAY);
    const types = await stage.during(() => stage.pass(5 * DAY));
    return types.filter((type) => type.startsWith("subscription_schedule."));
  },
  "testClocks.create": ({ stripe, during }) =>
    during(() => stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 })),
  "testClocks.advance": async (stage) => {
    const { stripe, during } = stage;
    const clock = await clocked(stage);
    return during(async () => {
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: 1_800_000_000 + 5 * DAY });
      await expect
        .poll(async () => (await stripe.testHelpers.testClocks.retrieve(clock)).status)
        .toBe("ready");
    });
  },
  "testClocks.del": async (stage) => {
    const clock = await clocked(stage);
    return stage.during(() => stage.stripe.testHelpers.testClocks.del(clock));
  },
};

function scheduled(
  { stripe, monthly }: Stage,
  params: Partial<Stripe.SubscriptionScheduleCreateParams>,
): Promise<Stripe.SubscriptionSchedule> {
  const duration = { interval: "month", interval_count: 1 } as const;
  return stripe.subscriptionSchedules.create({
    phases: [{ duration, items: [{ price: monthly.id }] }],
    ...params,
  });
}

function withSchedule(
  deed: (stage: Stage, schedule: Stripe.SubscriptionSchedule) => Promise<unknown>,
): Scenario {
  return async (stage) => {
    const { id } = await stage.subscription();
    const schedule = await stage.stripe.subscriptionSchedules.create({ from_subscription: id });
    return stage.during(() => deed(stage, schedule));
  };
}

/** A trial of a week on a clock of its own. */
async function clocked({ stripe, monthly }: Stage): Promise<string> {
  const { id } = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
  const customer = await stripe.customers.create({ payment_method: "pm_card_visa", test_clock: id });
  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    trial_period_days: 7,
  });
  return id;
}
