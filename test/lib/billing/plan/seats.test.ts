import { beforeAll, expect, test } from "vitest";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { scheduleChange } from "@/lib/billing/plan/schedule-change";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { shown } from "../support/changes";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber, aTeam } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const price = "team_monthly";

async function agree(userId: string, quantity: number, to = price) {
  const { seen, prorationDate, dueToday, credit } = await shown(userId, to, quantity);
  const outcome = await changePlan({ userId, price: to, quantity, seen, prorationDate, dueToday });
  return { dueToday, credit, ...outcome };
}

test("seats are added for what is left of the period, and taken away to one's credit", async () => {
  const { userId } = await aTeam();
  expect(await agree(userId, 3)).toMatchObject({ outcome: "plan_changed", dueToday: 9800, credit: 0 });
  expect(await subscriptionOf(userId)).toMatchObject({ seats: 3, mostSeats: 50, status: "active" });
  expect(await agree(userId, 1)).toMatchObject({ outcome: "plan_changed", dueToday: 0, credit: 9800 });
  expect(await subscriptionOf(userId)).toMatchObject({ seats: 1 });
});

test("no number of seats but a whole one within the plan's range is had", async () => {
  const { userId, subscription } = await aTeam();
  for (const quantity of [0, -1, 51, 1e9, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(await previewChange({ userId, price, quantity })).toEqual({ outcome: "no_such_seats" });
    const agreed = { userId, price, quantity, seen: "", prorationDate: null, dueToday: 0 };
    expect(await changePlan(agreed)).toEqual({ outcome: "no_such_seats" });
  }
  expect(await previewChange({ userId, price, quantity: 1 })).toEqual({ outcome: "same_price" });
  expect((await stripe().subscriptions.retrieve(subscription)).items.data[0]?.quantity).toBe(1);
});

test("seats of a price that is archived are added and taken away all the same, and the plan can be changed, at once", async () => {
  const { userId, subscription } = await aTeam();
  const { id } = await priceNamed("team_monthly");
  await stripe().prices.update(id, { active: false });
  try {
    await mirrorFetched("price", id);
    expect(await agree(userId, 3)).toMatchObject({ outcome: "plan_changed", dueToday: 9800 });
    expect(await previewChange({ userId, price, quantity: 3 })).toEqual({ outcome: "same_price" });
    const { userId: other } = await aSubscriber();
    expect(await previewChange({ userId: other, price })).toEqual({ outcome: "unknown_price" });
    const seen = (await subscriptionOf(userId))?.stamp ?? "";
    for (const wanted of [{ price, quantity: 2 }, { price: "reader_monthly" }]) {
      expect(await scheduleChange({ userId, seen, ...wanted })).toEqual({ outcome: "only_at_once" });
    }
    expect(await agree(userId, 2)).toMatchObject({ outcome: "plan_changed", credit: 4900 });
    expect(await agree(userId, 1, "reader_monthly")).toMatchObject({ outcome: "plan_changed" });
    expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", seats: 1 });
    expect((await stripe().subscriptions.retrieve(subscription)).status).toBe("active");
  } finally {
    await stripe().prices.update(id, { active: true });
    await mirrorFetched("price", id);
  }
});

test("a plan for one person takes one seat over from a plan of many", async () => {
  const { userId } = await aTeam();
  await agree(userId, 4);
  expect(await previewChange({ userId, price: "reader_monthly", quantity: 4 })).toEqual({
    outcome: "no_such_seats",
  });
  const preview = await previewChange({ userId, price: "reader_monthly" });
  expect(preview).toMatchObject({ outcome: "preview", quantity: 1 });
  const yearly = await previewChange({ userId, price: "team_yearly" });
  expect(yearly).toMatchObject({ outcome: "preview", quantity: 4 });
});
