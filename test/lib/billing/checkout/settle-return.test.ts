import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { productFeatureLists } from "@/db/schema/stripe/entitlements";
import { accessFor } from "@/lib/billing/access";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { receiptOf } from "@/lib/billing/queries/receipt";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, pay } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

test("a payment that succeeded opens what it paid for, before any webhook", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId, "studio_monthly");
  expect((await accessFor(userId)).can("workshops")).toBe(false);
  await pay(clientSecret);
  expect(await settleReturn({ userId, clientSecret })).toMatchObject({ outcome: "succeeded" });
  const access = await accessFor(userId);
  expect([access.can("essays"), access.can("workshops")]).toEqual([true, true]);
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active", planName: "Studio" });
});

test("the features come with the payment, though the mirror had never heard of them", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId, "reader_monthly");
  await db.delete(productFeatureLists);
  await pay(clientSecret);
  await settleReturn({ userId, clientSecret });
  expect((await accessFor(userId)).can("essays")).toBe(true);
});

test("the receipt says what was paid and how, and is nobody else's to read", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId, "reader_yearly");
  await pay(clientSecret);
  const settled = await settleReturn({ userId, clientSecret });
  if (settled.outcome !== "succeeded") throw new Error(settled.outcome);
  const receipt = await receiptOf(userId, settled.paymentIntent);
  expect(receipt).toMatchObject({
    planName: "Reader",
    amount: 9000,
    currency: "usd",
    card: { brand: "visa", last4: "4242" },
    features: [{ key: "essays" }],
  });
  expect(receipt?.invoiceNumber).toBeTruthy();
  expect(await receiptOf(await aPerson(), settled.paymentIntent)).toBeNull();
});

test("settled twice it is the same", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret);
  const first = await settleReturn({ userId, clientSecret });
  expect(await settleReturn({ userId, clientSecret })).toEqual(first);
});

test("who comes back to it when the plan has ended isn't told to wait for a bank", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret);
  await settleReturn({ userId, clientSecret });
  await stripe().subscriptions.cancel((await subscriptionOf(userId))?.id ?? "");
  expect(await settleReturn({ userId, clientSecret })).toEqual({ outcome: "ended" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "canceled" });
});

test("somebody else's secret is not found, whether they have paid or not, and opens nothing", async () => {
  const [owner, other] = [await aPerson(), await aPerson()];
  await ensureCustomer(other);
  const clientSecret = await begin(owner);
  expect(await settleReturn({ userId: other, clientSecret })).toEqual({ outcome: "not_found" });
  await pay(clientSecret);
  expect(await settleReturn({ userId: other, clientSecret })).toEqual({ outcome: "not_found" });
  expect((await accessFor(other)).features).toEqual([]);
});

test("a secret that was changed is not found", async () => {
  const userId = await aPerson();
  const secret = await begin(userId);
  const [id] = secret.split("_secret_");
  const changed = [
    "",
    "nonsense",
    `${id}`,
    `${secret}x`,
    `${id}_secret_${"a".repeat(24)}`,
    `pi_doesnotexist_secret_${"a".repeat(24)}`,
    `../customers_secret_${"a".repeat(24)}`,
  ];
  for (const clientSecret of changed) {
    expect(await settleReturn({ userId, clientSecret })).toEqual({ outcome: "not_found" });
  }
});

test("somebody who never began a purchase has no payment to find", async () => {
  const clientSecret = await begin(await aPerson());
  expect(await settleReturn({ userId: await aPerson(), clientSecret })).toEqual({ outcome: "not_found" });
});

test("a decline says why, and opens nothing", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret, "pm_card_visa_chargeDeclinedInsufficientFunds");
  const settled = await settleReturn({ userId, clientSecret });
  expect(settled).toMatchObject({ outcome: "failed", reason: expect.stringContaining("insufficient funds") });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("a payment the bank wants to ask about is not taken for a paid one", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret, "pm_card_authenticationRequired");
  expect(await settleReturn({ userId, clientSecret })).toEqual({ outcome: "requires_action" });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("a payment of the person's own that is for no subscription is told as it is", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const intent = await stripe().paymentIntents.create({ amount: 500, currency: "usd", customer });
  expect(await settleReturn({ userId, clientSecret: intent.client_secret ?? "" })).toEqual({
    outcome: "failed",
    reason: null,
  });
});
