import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "./support/shop";
import { useStandIn } from "./support/stand-in";
import { aSubscriber, letTimePass } from "./support/subscribers";

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
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "refunded" });

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
  expect(access.closed).toContainEqual({ feature: "workshops", reason: "lost_dispute" });
});
