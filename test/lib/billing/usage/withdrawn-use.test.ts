import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { billWithdrawnUse } from "@/lib/billing/invoices/bill-withdrawn-use";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { pauseSubscription } from "@/lib/billing/subscription/pause-subscription";
import { reportUsage } from "@/lib/billing/usage/report-usage";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aKey, calls } from "../support/keys";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, letTimePass } from "../support/subscribers";
import { useMail } from "../support/told";

const database = useTestDatabase();
useStandIn();
beforeAll(openShop);
const { tell } = useMail(database);

/** Somebody who has made 250 calls more than are included. */
async function aCaller() {
  const subscriber = await aSubscriber();
  // The account's clock may be ahead of ours.
  const [item] = (await stripe().subscriptions.retrieve(subscriber.subscription)).items.data;
  const now = new Date((item?.current_period_start ?? 0) * 1000);
  await calls(await aKey(subscriber.userId), 1250, now);
  await reportUsage({ customer: subscriber.customer, now });
  return subscriber;
}

async function pause(userId: string) {
  return pauseSubscription({ userId, seen: (await subscriptionOf(userId))?.stamp ?? "", periods: 2 });
}

async function invoicesAt(customer: string) {
  const { data } = await stripe().invoices.list({ customer, limit: 100 });
  return data.map(({ total, status }) => `${status} ${total}`).sort();
}

async function withdrawn(customer: string): Promise<string> {
  const [invoice] = (await stripe().invoices.list({ customer, status: "void" })).data;
  if (!invoice) throw new Error("nothing was withdrawn");
  return invoice.id;
}

test("what was used before a plan rests is billed once when it does, and doesn't open what rests", async () => {
  const { userId, customer } = await aCaller();
  expect(await pause(userId)).toEqual({ outcome: "paused" });
  await letTimePass(32);
  await tell();
  await tell(2);
  await billWithdrawnUse(await withdrawn(customer));
  expect(await invoicesAt(customer)).toEqual(["paid 1900", "paid 250", "void 2150"]);
  expect((await accessFor(userId)).closed).toContainEqual({
    feature: "workshops",
    reason: "paused",
    since: null,
  });
});

test("a bill that was begun and left, for longer than Stripe knows a key, is gone on with and counts nothing twice", async () => {
  const { userId, customer } = await aCaller();
  await pause(userId);
  await letTimePass(32);
  const id = await withdrawn(customer);
  const lines = await stripe().invoices.listLineItems(id);
  const line = lines.data.find(({ amount }) => amount === 250);
  const whose = { customer, currency: "usd" };
  const bill = await stripe().invoices.create({
    ...{ ...whose, auto_advance: false, metadata: { withdrawn: id } },
    pending_invoice_items_behavior: "exclude",
  });
  const metadata = { withdrawn: line?.id ?? "" };
  await stripe().invoiceItems.create({ ...whose, invoice: bill.id, amount: 250, metadata });
  await billWithdrawnUse(id);
  // This one has no card to be paid with.
  expect(await invoicesAt(customer)).toEqual(["open 250", "paid 1900", "void 2150"]);
});

test("who used no more than is included is billed nothing for a period that rests", async () => {
  const { userId, customer } = await aSubscriber();
  await pause(userId);
  await letTimePass(32);
  await billWithdrawnUse(await withdrawn(customer));
  expect(await invoicesAt(customer)).toEqual(["paid 1900", "void 1900"]);
});

test("a renewal that an administrator withdraws isn't billed in another way", async () => {
  const { customer, subscription } = await aCaller();
  const card = await anotherCard(customer, "pm_card_chargeCustomerFail");
  await stripe().subscriptions.update(subscription, { default_payment_method: card });
  await letTimePass(32);
  const [owed] = (await stripe().invoices.list({ customer, status: "open" })).data;
  await stripe().invoices.voidInvoice(owed?.id ?? "");
  await billWithdrawnUse(owed?.id ?? "");
  expect(await invoicesAt(customer)).toEqual(["paid 1900", "void 2150"]);
});
