import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECTIONS } from "@/emulator/pages/dashboard/sections";
import { postForm } from "../support/checkout-page";
import { customerWith, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let stripe: Stripe;
let customer: string;
let price: string;

beforeAll(async () => {
  emulator = await startEmulator();
  const shop = await openShop(emulator, "lists");
  stripe = shop.stripe;
  price = shop.monthly.id;
  customer = (await customerWith(stripe, "pm_card_visa")).id;
}, 60_000);
afterAll(() => emulator.stop());

const at = (path: string) => `${emulator.origin}/dashboard/lists/${path}`;
const read = async (path: string) => (await fetch(at(path))).text();

test.each(Object.keys(SECTIONS))("the list of %s opens", async (section) => {
  const page = await read(section);
  expect(page).toMatch(/<table>|None yet\./);
  expect(page).not.toContain('role="alert"');
});

test("an open Checkout Session is shown, and expired by hand", async () => {
  const { id } = await stripe.checkout.sessions.create({
    customer,
    line_items: [{ price, quantity: 1 }],
    mode: "subscription",
    success_url: "https://example.com/done",
  });
  expect(await read("checkout_sessions")).toContain(id);
  await postForm(at(`checkout_sessions/${id}/expire`), {});
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("expired");
  expect(await read(`checkout_sessions/${id}`)).not.toContain("Expire</button>");
});

test("a schedule is released by hand, and leads to its subscription", async () => {
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] });
  const { id } = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const page = await read(`subscription_schedules/${id}`);
  expect(page).toContain(`/dashboard/lists/subscriptions/${subscription.id}`);
  expect(await read(`subscriptions/${subscription.id}`)).toContain(
    `/dashboard/lists/subscription_schedules/${id}`,
  );
  await postForm(at(`subscription_schedules/${id}/release`), {});
  expect((await stripe.subscriptionSchedules.retrieve(id)).status).toBe("released");
});

test("a test clock leads to who is on it, whom the list of all customers leaves out", async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 2_000_000_000 });
  const { id } = await stripe.customers.create({ test_clock: clock.id });
  expect(await read("customers")).not.toContain(id);
  const there = `customers?test_clock=${clock.id}`;
  expect(await read(`test_clocks/${clock.id}`)).toContain(`/dashboard/lists/${there}`);
  expect(await read(there)).toContain(id);
});

test("a dispute is answered by hand", async () => {
  const intent = await stripe.paymentIntents.create({
    amount: 1900,
    automatic_payment_methods: { allow_redirects: "never", enabled: true },
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_createDispute",
  });
  const { data } = await stripe.disputes.list({ payment_intent: intent.id });
  const id = data[0]?.id ?? "";
  await postForm(at(`disputes/${id}/contest`), { "evidence[uncategorized_text]": "winning_evidence" });
  expect(["under_review", "won"]).toContain((await stripe.disputes.retrieve(id)).status);
});

test("a subscription is listed by what it is for and not by what is counted with it, by its id where it has no key", async () => {
  const meter = await stripe.billing.meters.create({
    ...{ default_aggregation: { formula: "sum" }, display_name: "Calls", event_name: "calls" },
  });
  const each = { currency: "usd", unit_amount: 1, product_data: { name: "Calls" } };
  const counted = await stripe.prices.create({
    ...each,
    recurring: { interval: "month", usage_type: "metered", meter: meter.id },
  });
  const fixed = await stripe.prices.create({ ...each, unit_amount: 500, recurring: { interval: "month" } });
  await stripe.subscriptions.create({ customer, items: [{ price: counted.id }, { price: fixed.id }] });
  const page = await read("subscriptions");
  expect(page).toContain(`<code>${fixed.id}</code>`);
  expect(page).not.toContain(counted.id);
});
