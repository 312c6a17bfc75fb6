import { expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;

it("a year is renewed after a year, and not before", async () => {
  const { stripe, yearly } = await openShop(emulator, "annual");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const { id, created } = await stripe.subscriptions.create({ customer, items: [{ price: yearly.id }] });
  await letPass(emulator, "annual", 364 * DAY);
  expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
  await letPass(emulator, "annual", 3 * DAY);
  const renewed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(renewed).toMatchObject({
    latest_invoice: { billing_reason: "subscription_cycle", status: "paid", total: 9000 },
    status: "active",
  });
  const [begun, next] = [new Date(created * 1000), renewed.items.data[0]?.current_period_start ?? 0];
  expect(new Date(next * 1000).getUTCFullYear()).toBe(begun.getUTCFullYear() + 1);
});

it("usage is billed with the renewal that follows it, and begins anew", async () => {
  const { stripe, product } = await openShop(emulator, "usage");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const meter = await stripe.billing.meters.create({
    default_aggregation: { formula: "sum" },
    display_name: "Pages",
    event_name: "page",
  });
  const metered = await stripe.prices.create({
    currency: "usd",
    product: product.id,
    recurring: { interval: "month", meter: meter.id, usage_type: "metered" },
    unit_amount: 10,
  });
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: metered.id }] });
  const use = (value: number) =>
    stripe.billing.meterEvents.create({
      event_name: "page",
      payload: { stripe_customer_id: customer, value: String(value) },
    });
  await use(70);
  await use(30);
  await letPass(emulator, "usage", 32 * DAY);
  const first = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(first).toMatchObject({ latest_invoice: { status: "paid", total: 1000 }, status: "active" });
  await letPass(emulator, "usage", 31 * DAY);
  const second = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(second).toMatchObject({ latest_invoice: { total: 0 } });
});
