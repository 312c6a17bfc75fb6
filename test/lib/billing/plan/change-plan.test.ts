import { beforeAll, expect, test, vi } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { beginInvoicePayment } from "@/lib/billing/invoices/begin-invoice-payment";
import { settleInvoicePayment } from "@/lib/billing/invoices/settle-invoice-payment";
import { changePlan, type PlanChange } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { scheduleChange } from "@/lib/billing/plan/schedule-change";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { pauseSubscription } from "@/lib/billing/subscription/pause-subscription";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** What somebody is shown for a change that can be made. */
async function shown(userId: string, price: string) {
  const preview = await previewChange({ userId, price });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  return preview;
}

/** Agrees to what is shown, but for what is given. */
async function agree(userId: string, price: string, given: Partial<PlanChange> = {}) {
  const { seen, prorationDate, dueToday } = await shown(userId, price);
  return changePlan({ userId, price, seen, prorationDate, dueToday, ...given });
}

async function paidBy(customer: string): Promise<number[]> {
  const { data } = await stripe().charges.list({ customer });
  return data.filter(({ status }) => status === "succeeded").map(({ amount }) => amount);
}

test("an upgrade charges exactly what was shown, line by line, and opens at once", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await letTimePass(10);
  const { seen, prorationDate, dueToday, lines, credit } = await shown(userId, "studio_monthly");
  expect(lines).toHaveLength(2);
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(dueToday);
  expect([dueToday > 500, dueToday < 1000, credit]).toEqual([true, true, 0]);
  await letTimePass(0.02);
  expect(await changePlan({ userId, price: "studio_monthly", seen, prorationDate, dueToday })).toEqual({
    outcome: "plan_changed",
  });
  expect(await paidBy(customer)).toEqual([dueToday, 900]);
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Studio", status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a downgrade charges nothing, keeps the rest to one's credit, and closes what it no longer holds", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly");
  const { dueToday, credit } = await shown(userId, "reader_monthly");
  expect([dueToday, credit]).toEqual([0, 1000]);
  expect(await agree(userId, "reader_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await paidBy(customer)).toEqual([1900]);
  expect(await stripe().customers.retrieve(customer)).toMatchObject({ balance: -1000 });
  expect((await accessFor(userId)).can("workshops")).toBe(false);
});

test("from the month to the year, the year is paid less what is left of the month", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  const { dueToday } = await shown(userId, "reader_yearly");
  expect(await agree(userId, "reader_yearly")).toEqual({ outcome: "plan_changed" });
  expect(await paidBy(customer)).toEqual([dueToday, 900]);
  expect(dueToday).toBe(8100);
  expect(await subscriptionOf(userId)).toMatchObject({ price: { interval: "year" } });
});

/** Gives back the last payment of a customer, or a part of it. */
async function giveBack(customer: string, amount?: number): Promise<void> {
  const { data } = await stripe().charges.list({ customer, limit: 1 });
  const charge = data[0]?.id ?? "";
  await stripe().refunds.create({ charge, ...(amount !== undefined && { amount }) });
  await mirrorFetched("charge", charge);
}

test("time whose payment was given back is no credit: a change begins anew, at its whole price, and opens", async () => {
  for (const [price, whole] of [
    ["reader_monthly", 900],
    ["studio_yearly", 19000],
  ] as const) {
    const { userId, customer, subscription } = await aSubscriber("studio_monthly");
    await letTimePass(10);
    await giveBack(customer);
    expect(await shown(userId, price)).toMatchObject({ anew: true, dueToday: whole, credit: 0 });
    expect(await agree(userId, price)).toEqual({ outcome: "plan_changed" });
    expect(await paidBy(customer)).toEqual([whole, 1900]);
    expect(await stripe().customers.retrieve(customer)).toMatchObject({ balance: 0 });
    const { features } = await accessFor(userId);
    expect(features).toContainEqual({ feature: "essays", reason: "subscription", until: null });
    const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
    const { created } = (await stripe().charges.list({ customer, limit: 1 })).data[0] ?? { created: 0 };
    expect(item?.current_period_start).toBeLessThanOrEqual(created);
    expect(item?.current_period_start).toBeGreaterThan(created - 3600);
    // What is paid now is counted as ever.
    expect(await shown(userId, "studio_monthly")).toMatchObject({ anew: false });
  }
});

test("a card that is declined for a plan to begin anew changes nothing, and a bank that asks is heard first", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await giveBack(customer);
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_chargeCustomerFail") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "change_declined" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader" });
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_authenticationRequired") });
  expect(await agree(userId, "studio_monthly")).toMatchObject({ outcome: "to_be_confirmed" });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("what was shown before the payment was given back is asked again, and of a part given back what was kept counts", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await giveBack(customer, 500);
  const { seen, prorationDate, dueToday, anew } = await shown(userId, "studio_monthly");
  expect([anew, dueToday]).toEqual([false, 1500]);
  await giveBack(customer);
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  expect(await changePlan(agreed)).toEqual({ outcome: "ask_again" });
  expect(await paidBy(customer)).toEqual([900]);
});

test("asked twice, even at once, it is charged once", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  const { seen, prorationDate, dueToday } = await shown(userId, "studio_monthly");
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  await Promise.all([changePlan(agreed), changePlan(agreed)]);
  expect(await changePlan(agreed)).toEqual({ outcome: "same_price" });
  expect(await paidBy(customer)).toEqual([dueToday, 900]);
});

test("of two changes agreed to at once in two tabs one is made, for what it was shown to cost", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await letTimePass(10);
  const wanted = ["studio_monthly", "reader_yearly"];
  const previews = await Promise.all(wanted.map((price) => shown(userId, price)));
  const changes = previews.map(({ price, seen, prorationDate, dueToday }) =>
    changePlan({ userId, price: price.key, seen, prorationDate, dueToday }),
  );
  const outcomes = (await Promise.all(changes)).map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(["ask_again", "plan_changed"]);
  const made = previews[outcomes.indexOf("plan_changed")];
  expect(await paidBy(customer)).toEqual([made?.dueToday, 900]);
});

test("while a change is carried out the plan is neither paused, canceled nor changed with its next period", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const agreed = { ...(await shown(userId, "studio_monthly")), userId, price: "studio_monthly" };
  const { invoices } = stripe();
  const createPreview = invoices.createPreview.bind(invoices);
  const asked = vi.spyOn(invoices, "createPreview");
  asked.mockImplementationOnce(async (params) => {
    asked.mockRestore();
    const others = [
      await pauseSubscription({ userId, seen, periods: 1 }),
      await cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "" }),
      await scheduleChange({ userId, seen, price: "reader_yearly" }),
    ];
    expect(others).toEqual([{ outcome: "changed" }, { outcome: "changed" }, { outcome: "changed" }]);
    return createPreview(params);
  });
  expect(await changePlan(agreed)).toEqual({ outcome: "plan_changed" });
  expect(await paidBy(customer)).toEqual([agreed.dueToday, 900]);
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({
    ...{ pause_collection: null, cancel_at_period_end: false, schedule: null },
  });
});

test("a preview in whose making the plan changes is of the plan as it is then", async () => {
  const { userId } = await aSubscriber("reader_monthly");
  const agreed = { ...(await shown(userId, "studio_monthly")), userId, price: "studio_monthly" };
  const { invoices } = stripe();
  const createPreview = invoices.createPreview.bind(invoices);
  const asked = vi.spyOn(invoices, "createPreview");
  asked.mockImplementationOnce(async (params) => {
    asked.mockRestore();
    expect(await changePlan(agreed)).toEqual({ outcome: "plan_changed" });
    return createPreview(params);
  });
  const { outcome, lines } = await shown(userId, "studio_yearly");
  expect([outcome, lines[0]?.text]).toEqual(["preview", expect.stringContaining("Studio")]);
});

test("an amount or a day of the visitor's own making is never charged, but asked about again", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  await letTimePass(10);
  const { prorationDate } = await shown(userId, "studio_monthly");
  const date = prorationDate ?? 0;
  const wishes: Partial<PlanChange>[] = [
    { dueToday: 0 },
    { dueToday: 1 },
    { prorationDate: date + 15 * 86_400 },
    { prorationDate: date - 5 * 86_400 },
    { prorationDate: null },
    { seen: "of another day" },
  ];
  for (const wish of wishes) {
    expect(await agree(userId, "studio_monthly", wish)).toEqual({ outcome: "ask_again" });
  }
  expect(await paidBy(customer)).toEqual([900]);
  expect((await stripe().subscriptions.retrieve(subscription)).items.data[0]?.price.lookup_key).toBe(
    "reader_monthly",
  );
});

test("a preview that is too old, or older than a change made elsewhere, is shown again", async () => {
  const { userId, subscription } = await aSubscriber("reader_monthly");
  const old = await shown(userId, "studio_monthly");
  await letTimePass(0.5);
  const { seen, prorationDate, dueToday } = old;
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  expect(await changePlan(agreed)).toEqual({ outcome: "ask_again" });
  const fresh = await shown(userId, "studio_monthly");
  const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
  const { id: price } = await priceNamed("reader_yearly");
  await stripe().subscriptions.update(subscription, { items: [{ id: item?.id ?? "", price }] });
  const { seen: stale, prorationDate: day, dueToday: due } = fresh;
  expect(await changePlan({ ...agreed, seen: stale, prorationDate: day, dueToday: due })).toEqual({
    outcome: "ask_again",
  });
});

test("a card that declines leaves the plan as it was", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_chargeCustomerFail") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "change_declined" });
  expect(await paidBy(customer)).toEqual([900]);
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(false);
});

/** A reader whose bank asks before it pays for the change to Studio. */
async function anAsked() {
  const reader = await aSubscriber("reader_monthly");
  const card = await anotherCard(reader.customer, "pm_card_authenticationRequired");
  await makeCardDefault({ userId: reader.userId, card });
  const { dueToday } = await shown(reader.userId, "studio_monthly");
  const changed = await agree(reader.userId, "studio_monthly");
  if (changed.outcome !== "to_be_confirmed") throw new Error(changed.outcome);
  return { ...reader, dueToday, invoice: changed.invoice };
}

test("a bank that wants to ask first is asked about the invoice of the change", async () => {
  const { customer, dueToday, invoice } = await anAsked();
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({
    status: "open",
    amount_remaining: dueToday,
  });
  expect(await paidBy(customer)).toEqual([900]);
});

test("while a bank waits for its answer the plan is what it was, and the dearer one opens with the payment", async () => {
  const { userId, invoice } = await anAsked();
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect((await accessFor(userId)).features).toMatchObject([{ feature: "essays", reason: "subscription" }]);
  const begun = await beginInvoicePayment({ userId, invoice });
  if (begun.outcome !== "ready") throw new Error(begun.outcome);
  await pay(begun.clientSecret);
  const { clientSecret } = begun;
  expect(await settleInvoicePayment({ userId, clientSecret })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Studio", status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a bank that is never answered leaves the plan that is paid, and nothing is owed", async () => {
  const { userId, customer, subscription, invoice } = await anAsked();
  await letTimePass(8);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({ status: "void" });
  expect(await paidBy(customer)).toEqual([900]);
});

test("a change that a bank asks about is given up for the next one", async () => {
  const { userId, customer, invoice } = await anAsked();
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_visa") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({ status: "void" });
  expect(await paidBy(customer)).toEqual([1000, 900]);
});

test("what isn't for sale, what one has, and a plan that owes can't be changed to or from", async () => {
  const { userId } = await aSubscriber("reader_monthly");
  expect(await previewChange({ userId, price: "gold_weekly" })).toEqual({ outcome: "unknown_price" });
  expect(await previewChange({ userId, price: "reader_monthly" })).toEqual({ outcome: "same_price" });
  expect(await previewChange({ userId: await aPerson(), price: "studio_monthly" })).toEqual({
    outcome: "none_running",
  });
  const owing = await anOwing("reader_monthly");
  expect(await previewChange({ userId: owing.userId, price: "studio_monthly" })).toEqual({
    outcome: "not_changeable",
  });
});
