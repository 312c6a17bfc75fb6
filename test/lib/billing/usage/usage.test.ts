import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { usageBatches } from "@/db/schema/usage";
import { usageOf } from "@/lib/billing/queries/usage";
import { countUse } from "@/lib/billing/usage/count-use";
import { reportUsage } from "@/lib/billing/usage/report-usage";
import { takeUsage } from "@/lib/billing/usage/take-usage";
import { usageCost, usagePrice } from "@/lib/billing/usage/usage-price";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aKey, batchesOf, calls, countsOf } from "../support/keys";
import { aPerson } from "../support/people";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const MINUTE = 60_000;
const DAY = 86_400_000;
const later = (ms = MINUTE) => new Date(Date.now() + ms);

async function aCaller(price = "studio_monthly") {
  const subscriber = await aSubscriber(price);
  return { ...subscriber, ...(await aKey(subscriber.userId)) };
}

/** What Stripe's meter has of a customer since a while ago. */
async function atStripe(customer: string): Promise<number> {
  const { data: meters } = await stripe().billing.meters.list();
  const end_time = Math.ceil(Date.now() / MINUTE) * 60 + 60;
  const { data } = await stripe().billing.meters.listEventSummaries(meters[0]?.id ?? "", {
    ...{ customer, end_time, start_time: end_time - 34 * 86_400 },
  });
  return data.reduce((all, { aggregated_value }) => all + aggregated_value, 0);
}

test("calls at the same moment are all counted, in one row a minute", async () => {
  const caller = await aCaller();
  const minute = Math.floor(Date.now() / MINUTE - 5) * MINUTE;
  const at = new Date(minute + 30_000);
  await Promise.all(Array.from({ length: 20 }, () => countUse({ ...caller, meter: "api_calls", at })));
  expect(await countsOf(caller.userId)).toMatchObject([
    { count: 20, taken: 0, at: new Date(minute), customer: caller.customer },
  ]);
});

test("the invoice at the end of the period is for the calls that were made, less those included", async () => {
  const caller = await aCaller();
  await calls(caller, 1250);
  expect(await usageOf(caller.userId)).toMatchObject([{ meter: "api_calls", used: 1250, reported: 0 }]);
  await reportUsage({ now: later() });
  const [usage] = await usageOf(caller.userId);
  expect(usage).toMatchObject({ used: 1250, reported: 1250, currency: "usd" });
  const price = await usagePrice(usage?.priceId ?? "", "usd");
  expect(price).toEqual({ included: 1000, each: 1 });
  expect(price && usageCost(price, usage?.used ?? 0)).toBe(250);
  await letTimePass(32);
  const { data } = await stripe().invoices.list({ subscription: caller.subscription, limit: 1 });
  expect(data[0]).toMatchObject({ status: "paid", total: 1900 + 250 });
  const metered = data[0]?.lines.data.find(({ quantity }) => quantity === 1250);
  expect(metered?.amount).toBe(250);
  await mirrorFetched("subscription", caller.subscription);
  expect(await usageOf(caller.userId)).toMatchObject([{ used: 0 }]);
});

test("calls of a minute that runs wait, and those counted late go into another batch", async () => {
  const caller = await aCaller();
  const at = new Date(Math.floor(Date.now() / MINUTE) * MINUTE);
  await calls(caller, 5, at);
  await takeUsage(at);
  expect(await batchesOf(caller.customer)).toEqual([]);
  await takeUsage(later());
  await calls(caller, 2, at);
  await Promise.all([takeUsage(later()), takeUsage(later())]);
  expect((await batchesOf(caller.customer)).map(({ value }) => value)).toEqual([5, 2]);
  await reportUsage({ now: later() });
  expect(await atStripe(caller.customer)).toBe(7);
});

test("reported by several processes at once, it counts once", async () => {
  const caller = await aCaller();
  await calls(caller, 30);
  await Promise.all([1, 2, 3].map(() => reportUsage({ now: later() })));
  expect(await atStripe(caller.customer)).toBe(30);
});

test("a process that died between the sending and writing it down sends again, and Stripe takes it for a copy", async () => {
  const caller = await aCaller();
  await calls(caller, 40);
  await reportUsage({ now: later() });
  const [sent] = await batchesOf(caller.customer);
  await db.update(usageBatches).set({ reportedAt: null }).where(eq(usageBatches.customer, caller.customer));
  await reportUsage({ now: later() });
  const [again] = await batchesOf(caller.customer);
  expect(again).toMatchObject({ id: sent?.id, firstSentAt: sent?.firstSentAt, reportedAt: expect.any(Date) });
  expect(await atStripe(caller.customer)).toBe(40);
});

test("a process that died before the sending has lost nothing", async () => {
  const caller = await aCaller();
  await calls(caller, 11);
  await takeUsage(later());
  await db
    .update(usageBatches)
    .set({ firstSentAt: new Date() })
    .where(eq(usageBatches.customer, caller.customer));
  await reportUsage({ now: later() });
  expect(await atStripe(caller.customer)).toBe(11);
});

test("when Stripe has forgotten the identifier, its sums tell whether a lost answer was a yes", async () => {
  const [arrived, lost] = [await aCaller(), await aCaller()];
  for (const caller of [arrived, lost]) await calls(caller, 60);
  await takeUsage(later());
  const [kept] = await batchesOf(lost.customer);
  await db.delete(usageBatches).where(eq(usageBatches.customer, lost.customer));
  await reportUsage({ now: later() });
  if (!kept) throw new Error("no batch");
  await db.insert(usageBatches).values({ ...kept, firstSentAt: new Date() });
  await db.update(usageBatches).set({ reportedAt: null }).where(eq(usageBatches.customer, arrived.customer));
  await letTimePass(2);
  const now = later(2 * DAY);
  await reportUsage({ now });
  expect(await atStripe(arrived.customer)).toBe(60);
  expect(await atStripe(lost.customer)).toBe(60);
  expect(await batchesOf(lost.customer)).toMatchObject([{ firstSentAt: now, reportedAt: expect.any(Date) }]);
});

test("what Stripe refuses is tried again, and said to be lost once it is too old for Stripe", async () => {
  const caller = await aCaller();
  await calls(caller, 3);
  const { data } = await stripe().billing.meters.list();
  const meter = data[0]?.id ?? "";
  await stripe().billing.meters.deactivate(meter);
  expect(await reportUsage({ now: later() })).toMatchObject({ waiting: 1 });
  expect(await batchesOf(caller.customer)).toMatchObject([{ refusal: expect.stringContaining("api_calls") }]);
  await stripe().billing.meters.reactivate(meter);
  await calls(caller, 4, new Date(Date.now() - 36 * DAY));
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await reportUsage({ now: later() })).toEqual({ reported: 1, refused: 1, waiting: 0 });
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/^Usage lost, too old for Stripe: 4 api_calls/));
  log.mockRestore();
  expect(await reportUsage({ now: later() })).toEqual({ reported: 0, refused: 0, waiting: 0 });
});

test("a call in the minute in which a period ends is counted for its own period, on both sides", async () => {
  const caller = await aCaller();
  const [usage] = await usageOf(caller.userId);
  const end = usage?.periodEnd.getTime() ?? 0;
  await countUse({ ...caller, meter: "api_calls", at: new Date(end - 1000) });
  await countUse({ ...caller, meter: "api_calls", at: new Date(end + 1000) });
  const [before, after] = await countsOf(caller.userId);
  expect(before?.at.getTime()).toBeLessThan(end);
  expect(after?.at.getTime()).toBeGreaterThanOrEqual(end);
});

test("what comes with no subscription that counts it is on nobody's bill", async () => {
  const reader = await aCaller("reader_monthly");
  const given = await aKey(await aPerson());
  for (const owner of [reader, given]) await calls(owner, 9);
  await reportUsage({ now: later() });
  expect(await countsOf(given.userId)).toMatchObject([{ customer: null, count: 9, taken: 0 }]);
  expect(await batchesOf(reader.customer)).toEqual([]);
  expect(await usageOf(reader.userId)).toEqual([]);
});
