import { beforeAll, expect, test, vi } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { changePlan, type PlanChange } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { scheduleChange } from "@/lib/billing/plan/schedule-change";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { pauseSubscription } from "@/lib/billing/subscription/pause-subscription";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { agree, paidBy, shown } from "../support/changes";
import { aPerson } from "../support/people";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

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

/** Does something while Stripe counts the next change, and before it has. */
function whileNextIsCounted(work: () => Promise<void>): void {
  const { invoices } = stripe();
  const createPreview = invoices.createPreview.bind(invoices);
  const asked = vi.spyOn(invoices, "createPreview");
  asked.mockImplementationOnce(async (params) => {
    asked.mockRestore();
    await work();
    return createPreview(params);
  });
}

test("while a change is carried out the plan is neither paused, canceled nor changed with its next period", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const agreed = { ...(await shown(userId, "studio_monthly")), userId, price: "studio_monthly" };
  whileNextIsCounted(async () => {
    const others = [
      await pauseSubscription({ userId, seen, periods: 1 }),
      await cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "" }),
      await scheduleChange({ userId, seen, price: "reader_yearly" }),
    ];
    expect(others).toEqual([{ outcome: "changed" }, { outcome: "changed" }, { outcome: "changed" }]);
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
  whileNextIsCounted(async () => {
    expect(await changePlan(agreed)).toEqual({ outcome: "plan_changed" });
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
