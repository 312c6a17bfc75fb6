import { beforeAll, expect, test } from "vitest";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { orderOf } from "@/lib/billing/order/order";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { invoicesOf } from "@/lib/billing/queries/invoices";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aKey, batchesOf, calls } from "../support/keys";
import { aPerson } from "../support/people";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Somebody who has made 250 calls more than are included, this minute's among them. */
async function aCaller() {
  const subscriber = await aSubscriber();
  await calls(await aKey(subscriber.userId), 1250);
  return subscriber;
}

async function endNow(userId: string) {
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  return cancelSubscription({ userId, seen, when: "now", feedback: null, comment: "" });
}

test("what was used up to the moment a plan is ended at once is billed then, once, and nobody else's is", async () => {
  const [{ userId, subscription }, other] = [await aCaller(), await aCaller()];
  expect(await endNow(userId)).toEqual({ outcome: "ended_and_billed" });
  expect(await endNow(userId)).toEqual({ outcome: "none_running" });
  const { data } = await stripe().invoices.list({ subscription });
  expect(data.map(({ total, status }) => [total, status])).toEqual([
    [250, "paid"],
    [1900, "paid"],
  ]);
  expect(await batchesOf(other.customer)).toEqual([]);
});

test("a card that is declined for it ends the plan all the same, and its invoice is paid with another", async () => {
  const { userId, customer } = await aCaller();
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_chargeCustomerFail") });
  expect(await endNow(userId)).toEqual({ outcome: "ended_owing" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "canceled" });
  // Both invoices may be of the same second, so that either may be first.
  const owed = (await invoicesOf(userId)).find(({ total }) => total === 250);
  expect(owed).toMatchObject({ status: "open" });
  await makeCardDefault({ userId, card: await anotherCard(customer) });
  expect(await payInvoice({ userId, invoice: owed?.id ?? "" })).toEqual({ outcome: "invoice_paid" });
});

test("what was used up to the moment of a change to a plan that doesn't count is shown and billed with it", async () => {
  const [{ userId, subscription }, other] = [await aCaller(), await aCaller()];
  const wanted = { userId, price: "reader_monthly" };
  const preview = await previewChange(wanted);
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  expect(preview.lines.map(({ amount }) => amount)).toContain(250);
  expect(preview.credit).toBe(750);
  const { seen, prorationDate, dueToday } = preview;
  const agreed = { ...wanted, seen, prorationDate, dueToday };
  expect(await changePlan(agreed)).toEqual({ outcome: "plan_changed" });
  const { data } = await stripe().invoices.list({ subscription });
  expect(data.map(({ total }) => total)).toEqual([-750, 1900]);
  expect(await batchesOf(other.customer)).toEqual([]);
});

test("what is used between the look at a change and its making is asked about, and not given away", async () => {
  const { userId, customer } = await aSubscriber();
  const key = await aKey(userId);
  const wanted = { userId, price: "reader_yearly" };
  const preview = await previewChange(wanted);
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  const { seen, prorationDate, dueToday } = preview;
  await calls(key, 1250);
  expect(await changePlan({ ...wanted, seen, prorationDate, dueToday })).toEqual({ outcome: "ask_again" });
  expect((await stripe().charges.list({ customer })).data).toHaveLength(1);
});

test("what is used in a trial is free", async () => {
  const userId = await aPerson();
  await startCheckout({ userId, order: orderOf("team_monthly") });
  await calls(await aKey(userId), 5000);
  expect(await endNow(userId)).toEqual({ outcome: "ended" });
  const { data } = await stripe().invoices.list({ customer: (await ensureCustomer(userId)).id });
  expect(data.every(({ total }) => total === 0)).toBe(true);
});
