import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remainingTime, unusedTime } from "@/emulator/billing/proration";
import { settle } from "@/emulator/billing/settlement";
import facts from "./golden-facts.json" with { type: "json" };
import { customerWith, openShop } from "./support/shop";
import { type StartedEmulator, startEmulator } from "./support/start-emulator";

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
}, 60_000);
afterAll(() => emulator.stop());

const priced = (amount: string) =>
  ({ scheme: "per_unit", unitAmountDecimal: amount, transform: null }) as const;
const within = ([start = 0, end = 0]: readonly number[]) => ({ start, end });

describe("a recorded proration", () => {
  it.each(facts.prorations)("$id", ({ from, to, at, lines }) => {
    expect([
      unusedTime(priced(from.amount), from.quantity, within(from.period), at),
      remainingTime(priced(to.amount), to.quantity, within(to.period), at),
    ]).toEqual(lines);
  });
});

it("what is below the least that can be charged rolls onto the balance", () => {
  const { amount, currency } = facts.minimumCharge;
  expect(settle(amount - 1, 0, currency)).toEqual({ amountDue: 0, endingBalance: amount - 1 });
  expect(settle(amount, 0, currency)).toEqual({ amountDue: amount, endingBalance: 0 });
  expect(settle(-334, 0, currency)).toEqual({ amountDue: 0, endingBalance: -334 });
});

it("a list is never shorter than one nor longer than a hundred", async () => {
  const stripe = emulator.stripe("limits");
  await Promise.all(Array.from({ length: 101 }, () => stripe.customers.create()));
  for (const { limit, items } of facts.limits) {
    expect((await stripe.customers.list({ limit })).data).toHaveLength(items);
  }
});

it("a draft that advances by itself is closed after an hour and a second", async () => {
  const stripe = emulator.stripe("window");
  const { id: customer } = await stripe.customers.create();
  const draft = await stripe.invoices.create({ auto_advance: true, customer });
  const { automatically_finalizes_at: closed, next_payment_attempt: charged } = facts.draftWindow;
  expect((draft.automatically_finalizes_at ?? 0) - draft.created).toBe(closed);
  expect((draft.next_payment_attempt ?? 0) - draft.created).toBe(charged);
});

it("without being asked an invoice takes nothing pending, and one that is paid is closed and paid at once", async () => {
  const stripe = emulator.stripe("draft");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd" });
  const empty = await stripe.invoices.create({ customer });
  expect(empty.lines.data).toEqual([]);
  const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  const paid = await stripe.invoices.pay(id);
  expect(paid.attempt_count).toBe(1);
  expect(paid.status_transitions.finalized_at).toBe(paid.status_transitions.paid_at);
  expect(paid.effective_at).toBe(paid.status_transitions.paid_at);
});

it("a charge costs its fee, a dispute another, and neither comes back", async () => {
  const stripe = emulator.stripe("fees");
  const intent = await stripe.paymentIntents.create({
    amount: 1999,
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_createDispute",
    return_url: "https://example.com/back",
  });
  const { data } = await stripe.balanceTransactions.list();
  const fees = Object.fromEntries(data.map(({ reporting_category, fee }) => [reporting_category, fee]));
  const { percent, fixed } = facts.chargeFee;
  expect(fees).toEqual({ charge: Math.round((1999 * percent) / 100) + fixed, dispute: facts.disputeFee });
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
  expect(dispute?.status).toBe("needs_response");
});

it("an item that is added takes the period of its subscription", async () => {
  const { stripe, monthly, product } = await openShop(emulator, "period");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
  const notes = await stripe.prices.create({
    currency: "usd",
    product: product.id,
    recurring: { interval: "month" },
    unit_amount: 500,
  });
  const added = await stripe.subscriptionItems.create({ price: notes.id, subscription: subscription.id });
  const [first] = subscription.items.data;
  expect(added.current_period_start).toBe(first?.current_period_start);
  expect(added.current_period_end).toBe(first?.current_period_end);
});

it("a price's own trial is ignored unless it is asked for", async () => {
  const { stripe, product } = await openShop(emulator, "price-trial");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const price = await stripe.prices.create({
    currency: "usd",
    product: product.id,
    recurring: { interval: "month", trial_period_days: 10 },
    unit_amount: 500,
  });
  const create = (trial_from_plan: boolean) =>
    stripe.subscriptions.create({ customer, items: [{ price: price.id }], trial_from_plan });
  expect([(await create(false)).status, (await create(true)).status]).toEqual(["active", "trialing"]);
});

it("a change tells what was there before, of metadata key by key", async () => {
  const stripe = emulator.stripe("previous");
  const { id } = await stripe.customers.create({ metadata: { seed: "1" } });
  await stripe.customers.update(id, { description: "d", metadata: { a: "1" } });
  const [event] = (await stripe.events.list({ type: "customer.updated" })).data;
  expect(event?.data.previous_attributes).toEqual({ description: null, metadata: { a: null } });
});

it("a SetupIntent is for later use whatever it was asked for, and knows no default method", async () => {
  const stripe = emulator.stripe("setup");
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const intent = await stripe.setupIntents.create({ customer, usage: "on_session" });
  expect(intent.usage).toBe("off_session");
  const attempt = stripe.setupIntents.confirm(intent.id, { return_url: "https://example.com/back" });
  await expect(attempt).rejects.toThrow("missing a payment method");
});
