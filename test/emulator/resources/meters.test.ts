import { describe, expect, it } from "vitest";
import { customerWith, letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;
const MONTH = 31 * DAY + 2 * 3600;

const emulator = useEmulator();

async function metered(account: string, formula: "count" | "last" | "sum" = "sum") {
  const stripe = emulator.stripe(account);
  const meter = await stripe.billing.meters.create({
    default_aggregation: { formula },
    display_name: "Pages",
    event_name: "page_read",
  });
  const price = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Reading" },
    recurring: { interval: "month", meter: meter.id, usage_type: "metered" },
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 10, unit_amount: 0 },
      { up_to: "inf", unit_amount: 25 },
    ],
  });
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const read = (value: number, more: { identifier?: string; timestamp?: number } = {}) =>
    stripe.billing.meterEvents.create({
      event_name: "page_read",
      payload: { stripe_customer_id: customer, value: String(value) },
      ...more,
    });
  return { stripe, meter, price, customer, read };
}

it("a summary by the hour costs what was used, not how long ago it is asked from", async () => {
  const { stripe, meter, customer } = await metered("ages");
  const start_time = 0;
  const end_time = 3600 * 2_400_000_000;
  const summaries = stripe.billing.meters.listEventSummaries(meter.id, {
    customer,
    end_time,
    start_time,
    value_grouping_window: "hour",
  });
  expect((await summaries).data).toEqual([]);
});

describe("a metered price", () => {
  it("bills what was used in the period that is over, and nothing before", async () => {
    const { stripe, price, customer, read } = await metered("used");
    const subscription = await stripe.subscriptions.create({
      customer,
      expand: ["latest_invoice"],
      items: [{ price: price.id }],
    });
    expect(subscription).toMatchObject({
      status: "active",
      latest_invoice: { total: 0, lines: { data: [] } },
    });
    expect(subscription.items.data[0]).not.toHaveProperty("quantity");
    await read(30);
    await read(14);
    await letPass(emulator, "used", MONTH);
    const [invoice] = (await stripe.invoices.list({ customer })).data;
    const [item] = subscription.items.data;
    expect(invoice).toMatchObject({
      status: "paid",
      total: 850,
      lines: {
        data: [
          {
            amount: 850,
            period: { start: item?.current_period_start, end: item?.current_period_end },
            quantity: 44,
          },
        ],
      },
    });
    await letPass(emulator, "used", MONTH);
    expect((await stripe.invoices.list({ customer })).data[0]?.total).toBe(0);
  });
});

describe("a meter", () => {
  it("counts for the period what is reported within the hour after it", async () => {
    const { stripe, price, customer, read } = await metered("late");
    const { items } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
    const [item] = items.data;
    const end = item?.current_period_end ?? 0;
    await letPass(emulator, "late", end - (item?.current_period_start ?? 0) + 600);
    const [draft] = (await stripe.invoices.list({ customer })).data;
    expect(draft).toMatchObject({ status: "draft", total: 0 });
    await read(14, { timestamp: end - 60 });
    await read(100, { timestamp: end + 60 });
    await letPass(emulator, "late", 2 * 3600);
    expect(await stripe.invoices.retrieve(draft?.id ?? "")).toMatchObject({
      status: "paid",
      total: 100,
      lines: { data: [{ quantity: 14, amount: 100 }] },
    });
  });

  it("counts, adds up, or keeps the last value", async () => {
    for (const [formula, expected] of [
      ["count", 3],
      ["last", 4],
      ["sum", 12],
    ] as const) {
      const { stripe, meter, customer, read } = await metered(`formula-${formula}`, formula);
      const { timestamp } = await read(3);
      await read(5, { timestamp: timestamp - 60 });
      await read(4, { timestamp: timestamp + 60 });
      const minute = timestamp - (timestamp % 60);
      const { data } = await stripe.billing.meters.listEventSummaries(meter.id, {
        customer,
        end_time: minute + 180,
        start_time: minute - 180,
      });
      expect(data).toMatchObject([{ aggregated_value: expected, meter: meter.id }]);
    }
  });

  it("takes the same use once, and none that is too old or still to come", async () => {
    const { read } = await metered("once");
    const { timestamp } = await read(1, { identifier: "page-1" });
    await expect(read(1, { identifier: "page-1" })).rejects.toMatchObject({ param: "identifier" });
    for (const time of [timestamp - 36 * DAY, timestamp + 3600]) {
      await expect(read(1, { timestamp: time })).rejects.toMatchObject({ param: "timestamp" });
    }
  });

  it("takes nothing while it is inactive, from nobody it doesn't know, and no fractions", async () => {
    const { stripe, meter, customer, read } = await metered("inactive");
    await expect(read(1.5)).rejects.toMatchObject({ param: "payload[value]" });
    const payload = { stripe_customer_id: "cus_nobody", value: "1" };
    await expect(
      stripe.billing.meterEvents.create({ event_name: "page_read", payload }),
    ).rejects.toMatchObject({ code: "resource_missing" });
    await stripe.billing.meters.deactivate(meter.id);
    await expect(read(1)).rejects.toMatchObject({ param: "event_name" });
    await stripe.billing.meters.reactivate(meter.id);
    await read(1);
    expect(customer).toMatch(/^cus_/);
  });

  it("shows its days page by page, each once", async () => {
    const { stripe, meter, customer, read } = await metered("days");
    const today = Math.floor(Date.now() / 1000 / DAY) * DAY;
    for (const back of [1, 2, 3]) await read(back, { timestamp: today - back * DAY });
    const asked = {
      customer,
      end_time: today,
      start_time: today - 5 * DAY,
      value_grouping_window: "day",
    } as const;
    const whole = await stripe.billing.meters.listEventSummaries(meter.id, asked);
    const walked = await stripe.billing.meters
      .listEventSummaries(meter.id, { ...asked, limit: 1 })
      .autoPagingToArray({ limit: 10 });
    expect(walked.map(({ aggregated_value }) => aggregated_value)).toEqual([1, 2, 3]);
    expect(walked).toEqual(whole.data);
  });

  it("has its event's name to itself", async () => {
    const { stripe } = await metered("taken");
    await expect(
      stripe.billing.meters.create({
        default_aggregation: { formula: "count" },
        display_name: "Again",
        event_name: "page_read",
      }),
    ).rejects.toMatchObject({ param: "event_name" });
  });
});
