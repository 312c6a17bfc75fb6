import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { receiver } from "@/lib/billing/receiver";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery } from "@/test/lib/stripe/support/events";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** The last payment of a customer, in the mirror as events would have brought it. */
async function lastCharge(customer: string): Promise<string> {
  const { data } = await stripe().charges.list({ customer, limit: 1 });
  const [charge] = data;
  if (!charge) throw new Error("nothing was charged");
  await mirrorFetched("charge", charge.id);
  return charge.id;
}

async function refund(customer: string, amount?: number): Promise<void> {
  const charge = await lastCharge(customer);
  await stripe().refunds.create({ charge, ...(amount !== undefined && { amount }) });
  await mirrorFetched("charge", charge);
}

test("a payment given back in full closes the plan, and the next one opens it again", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  await refund(customer);
  const access = await accessFor(userId);
  expect(access.features).toEqual([]);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "refunded", since: null });

  await letTimePass(32);
  await mirrorFetched("subscription", subscription);
  const { data } = await stripe().invoices.list({ subscription, limit: 1 });
  await mirrorFetched("invoice", data[0]?.id ?? "");
  await lastCharge(customer);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a part given back closes nothing, until the rest has followed", async () => {
  const { userId, customer } = await aSubscriber();
  await refund(customer, 900);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  await refund(customer);
  expect((await accessFor(userId)).can("workshops")).toBe(false);
});

test("money that couldn't be given back after all opens the plan again, by the word of that alone", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly", "pm_card_refundFail");
  await refund(customer);
  expect((await accessFor(userId)).features).toEqual([]);
  await letTimePass(1);
  const [failed] = (await stripe().events.list({ type: "refund.failed", limit: 1 })).data;
  if (!failed) throw new Error("no refund has failed");
  const [secret = ""] = env().STRIPE_WEBHOOK_SECRET;
  expect((await receive(delivery(failed, { secret }), receiver)).status).toBe(200);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a year given back in full closes the year, though it runs for months", async () => {
  const { userId, customer } = await aSubscriber("studio_yearly");
  await refund(customer);
  const access = await accessFor(userId);
  expect(access.features).toEqual([]);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "refunded", since: null });
});

/** Changes a plan and pays for it, as `changePlan` does. */
async function move(userId: string, price: string): Promise<void> {
  const preview = await previewChange({ userId, price });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  const { seen, prorationDate, dueToday } = preview;
  const { outcome } = await changePlan({ userId, price, seen, prorationDate, dueToday });
  expect(outcome).toBe("plan_changed");
}

/** Every payment of a customer, the newest first, in the mirror with the invoices they are for. */
async function settledCharges(customer: string): Promise<string[]> {
  const { data: payments } = await stripe().invoicePayments.list({ limit: 100 });
  for (const { id } of payments) await mirrorFetched("invoice_payment", id);
  const { data: invoices } = await stripe().invoices.list({ customer });
  for (const { id } of invoices) await mirrorFetched("invoice", id);
  const { data } = await stripe().charges.list({ customer });
  for (const { id } of data) await mirrorFetched("charge", id);
  return data.map(({ id }) => id);
}

async function giveBack(charge: string): Promise<void> {
  await stripe().refunds.create({ charge });
  await mirrorFetched("charge", charge);
}

test("after a change within the period, all of its payments have to be given back before it closes", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await letTimePass(10);
  await move(userId, "studio_monthly");
  const [difference = "", first = "", ...more] = await settledCharges(customer);
  expect(more).toEqual([]);
  await giveBack(difference);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  await giveBack(first);
  const access = await accessFor(userId);
  expect(access.can("workshops")).toBe(false);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "refunded", since: null });
});

test("a payment of the month given back after moving to the year leaves the year open", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly");
  await letTimePass(10);
  await move(userId, "studio_yearly");
  const [year = "", month = ""] = await settledCharges(customer);
  await giveBack(month);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  await giveBack(year);
  expect((await accessFor(userId)).can("workshops")).toBe(false);
});

test("a year given back in full closes the year, though what was used in it stays paid", async () => {
  const { userId, customer } = await aSubscriber("studio_yearly");
  const payload = { stripe_customer_id: customer, value: "3000" };
  await stripe().billing.meterEvents.create({ event_name: "api_calls", payload });
  await letTimePass(33);
  const [use, year = "", ...more] = await settledCharges(customer);
  expect([use, more]).toEqual([expect.any(String), []]);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  await giveBack(year);
  const access = await accessFor(userId);
  expect(access.features).toEqual([]);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "refunded", since: null });
});

test("one person's refund closes nothing for another", async () => {
  const [one, other] = [await aSubscriber(), await aSubscriber()];
  await refund(one.customer);
  expect((await accessFor(other.userId)).can("workshops")).toBe(true);
});

test("a dispute closes nothing while it is open, and the plan when it is lost", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly", "pm_card_createDispute");
  const charge = await lastCharge(customer);
  const { data } = await stripe().disputes.list({ charge });
  const dispute = data[0]?.id ?? "";
  await mirrorFetched("dispute", dispute);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  await stripe().disputes.close(dispute);
  await mirrorFetched("dispute", dispute);
  const access = await accessFor(userId);
  expect(access.can("workshops")).toBe(false);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "lost_dispute", since: null });
});
