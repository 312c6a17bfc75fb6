import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { pauseSubscription } from "@/lib/billing/subscription/pause-subscription";
import { resumeSubscription } from "@/lib/billing/subscription/resume-subscription";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Pauses from a page that has just been drawn. */
async function pause(userId: string, periods = 1) {
  return pauseSubscription({ userId, seen: (await subscriptionOf(userId))?.stamp ?? "", periods });
}

const chargesOf = async (customer: string) => (await stripe().charges.list({ customer })).data.length;

test("a pause leaves what is paid for open, and says from when it is closed", async () => {
  const { userId } = await aSubscriber();
  expect(await pause(userId, 2)).toEqual({ outcome: "paused" });
  const own = await subscriptionOf(userId);
  expect(own?.pause?.resumesAt?.getTime()).toBeGreaterThan(
    (own?.periodEnd?.getTime() ?? 0) + 50 * 86_400_000,
  );
  expect((await accessFor(userId)).features).toContainEqual({
    feature: "workshops",
    reason: "pausing",
    until: own?.periodEnd,
  });
});

test("in a period that isn't billed it is closed, and going on waits for the next one", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  await pause(userId, 2);
  await letTimePass(32);
  await mirrorFetched("subscription", subscription);
  expect(await chargesOf(customer)).toBe(1);
  const access = await accessFor(userId);
  expect(access.can("workshops")).toBe(false);
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "paused", since: null });

  expect(await resumeSubscription(userId)).toEqual({ outcome: "resumes_at_renewal" });
  const own = await subscriptionOf(userId);
  expect(own?.pause?.resumesAt).toEqual(own?.periodEnd);
  expect((await accessFor(userId)).can("workshops")).toBe(false);
});

test("what is billed in the last minute before a pause, for a change of plan, opens no period that isn't billed", async () => {
  const { userId, subscription } = await aSubscriber("reader_monthly");
  const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
  const seconds = (item?.current_period_end ?? 0) - (item?.current_period_start ?? 0);
  await letTimePass((seconds - 55) / 86_400);
  const preview = await previewChange({ userId, price: "studio_monthly" });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  const { seen, prorationDate, dueToday } = preview;
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  expect(await changePlan(agreed)).toEqual({ outcome: "plan_changed" });
  expect(await pause(userId)).toEqual({ outcome: "paused" });
  await letTimePass(1);
  const { data } = await stripe().invoices.list({ subscription });
  for (const { id } of data) await mirrorFetched("invoice", id);
  await mirrorFetched("subscription", subscription);
  expect((await accessFor(userId)).features).toEqual([]);
  expect(await resumeSubscription(userId)).toEqual({ outcome: "resumes_at_renewal" });
});

test("a pause that is over goes on by itself, with a payment", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  await pause(userId, 1);
  await letTimePass(32);
  expect(await chargesOf(customer)).toBe(1);
  await letTimePass(31);
  expect(await chargesOf(customer)).toBe(2);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active", pause: null });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a pause taken back before it has begun leaves no trace", async () => {
  const { userId, subscription } = await aSubscriber();
  await pause(userId);
  expect(await resumeSubscription(userId)).toEqual({ outcome: "resumed" });
  expect(await resumeSubscription(userId)).toEqual({ outcome: "resumed" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ pause_collection: null });
  expect((await accessFor(userId)).features).toContainEqual({
    feature: "workshops",
    reason: "subscription",
    until: null,
  });
});

test.each([0, -1, 1.5, 4, 1e9, Number.NaN])("nobody pauses for %d periods", async (periods) => {
  const { userId, subscription } = await aSubscriber();
  expect(await pause(userId, periods)).toEqual({ outcome: "not_pausable" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ pause_collection: null });
});

test("a yearly plan, one that owes, one about to end and one at rest aren't paused", async () => {
  const yearly = await aSubscriber("reader_yearly");
  expect(await pause(yearly.userId)).toEqual({ outcome: "not_pausable" });
  const ending = await aSubscriber();
  const seen = (await subscriptionOf(ending.userId))?.stamp ?? "";
  await cancelSubscription({ userId: ending.userId, seen, when: "period_end", feedback: null, comment: "" });
  expect(await pause(ending.userId)).toEqual({ outcome: "not_pausable" });
  const resting = await aSubscriber();
  await pause(resting.userId);
  expect(await pause(resting.userId)).toEqual({ outcome: "not_pausable" });
  const owing = await anOwing();
  expect(await pause(owing.userId)).toEqual({ outcome: "not_pausable" });
});

test("a page from before a change made elsewhere pauses nothing, and nobody else's plan is paused", async () => {
  const { userId, subscription } = await aSubscriber();
  expect(await pauseSubscription({ userId, seen: "of another day", periods: 1 })).toEqual({
    outcome: "changed",
  });
  expect(await pause(await aPerson())).toEqual({ outcome: "none_running" });
  expect(await resumeSubscription(await aPerson())).toEqual({ outcome: "none_running" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ pause_collection: null });
});
