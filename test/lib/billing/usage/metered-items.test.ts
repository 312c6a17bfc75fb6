import { beforeAll, expect, test } from "vitest";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { billedBy } from "@/lib/billing/queries/billed";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isMetered, planItem } from "@/lib/billing/subscription/plan-item";
import { stampOfSubscription } from "@/lib/billing/subscription/stamp";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** The lookup keys of a subscription's prices, the plan's first. */
async function pricesOf(subscription: string): Promise<(string | null)[]> {
  const seen = await stripe().subscriptions.retrieve(subscription);
  const counted = seen.items.data.filter(isMetered);
  return [planItem(seen), ...counted].map((item) => item?.price.lookup_key ?? null);
}

/** Agrees to what is shown. */
async function change(userId: string, price: string) {
  const preview = await previewChange({ userId, price });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  const { seen, prorationDate, dueToday } = preview;
  return changePlan({ userId, price, seen, prorationDate, dueToday });
}

test("what is counted with a plan comes with its subscription, and the plan stays the plan", async () => {
  const { userId, subscription } = await aSubscriber("studio_monthly");
  expect(await pricesOf(subscription)).toEqual(["studio_monthly", "api_calls_monthly"]);
  const own = await subscriptionOf(userId);
  expect(own).toMatchObject({ planName: "Studio", price: { key: "studio_monthly" } });
  expect(own?.stamp).toBe(stampOfSubscription(await stripe().subscriptions.retrieve(subscription)));
  const { data } = await stripe().invoices.list({ subscription });
  const invoice = data[0]?.id ?? "";
  await mirrorFetched("invoice", invoice);
  expect(await billedBy(invoice)).toMatchObject({ planName: "Studio", amount: 1900, interval: "month" });
});

test("a plan by the year counts by the month, too", async () => {
  const { userId, subscription } = await aSubscriber("studio_yearly");
  expect(await pricesOf(subscription)).toEqual(["studio_yearly", "api_calls_monthly"]);
  const own = await subscriptionOf(userId);
  expect(own?.price?.interval).toBe("year");
  const days = ((own?.periodEnd?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(360);
});

test("a plan without it counts nothing", async () => {
  const { subscription } = await aSubscriber("reader_monthly");
  expect(await pricesOf(subscription)).toEqual(["reader_monthly"]);
});

test("a change of plan begins to count, goes on counting, and stops", async () => {
  const { userId, subscription } = await aSubscriber("reader_monthly");
  const counted = async () =>
    (await stripe().subscriptions.retrieve(subscription)).items.data.filter(isMetered)[0]?.id;
  expect(await change(userId, "studio_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await pricesOf(subscription)).toEqual(["studio_monthly", "api_calls_monthly"]);
  const item = await counted();
  expect(await change(userId, "studio_yearly")).toEqual({ outcome: "plan_changed" });
  expect(await counted()).toBe(item);
  expect(await change(userId, "reader_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await pricesOf(subscription)).toEqual(["reader_monthly"]);
});
