import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { agree, giveBack, paidBy, shown } from "../support/changes";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, aTeam, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Brings into the mirror what Stripe tells of a subscription's payments. */
async function hearOf(subscription: string): Promise<void> {
  for (const { id } of (await stripe().invoices.list({ subscription })).data) {
    await mirrorFetched("invoice", id);
    const { data } = await stripe().invoicePayments.list({ invoice: id });
    for (const payment of data) await mirrorFetched("invoice_payment", payment.id);
  }
}

test("time whose payment was given back is no credit: a change begins anew, at its whole price, and opens", async () => {
  for (const [price, whole] of [
    ["reader_monthly", 900],
    ["studio_yearly", 19000],
  ] as const) {
    const { userId, customer, subscription } = await aSubscriber("studio_monthly");
    await letTimePass(10);
    await giveBack(customer);
    expect(await shown(userId, price)).toMatchObject({ anew: true, dueToday: whole, credit: 0 });
    expect(await agree(userId, price)).toEqual({ outcome: "plan_changed" });
    expect(await paidBy(customer)).toEqual([whole, 1900]);
    expect(await stripe().customers.retrieve(customer)).toMatchObject({ balance: 0 });
    const { features } = await accessFor(userId);
    expect(features).toContainEqual({ feature: "essays", reason: "subscription", until: null });
    const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
    const { created } = (await stripe().charges.list({ customer, limit: 1 })).data[0] ?? { created: 0 };
    expect(item?.current_period_start).toBeLessThanOrEqual(created);
    expect(item?.current_period_start).toBeGreaterThan(created - 3600);
    // What is paid now is counted as ever.
    expect(await shown(userId, "studio_monthly")).toMatchObject({ anew: false });
  }
});

test("a card that is declined for a plan to begin anew changes nothing, and a bank that asks is heard first", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await giveBack(customer);
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_chargeCustomerFail") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "change_declined" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader" });
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_authenticationRequired") });
  expect(await agree(userId, "studio_monthly")).toMatchObject({ outcome: "to_be_confirmed" });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("what was shown before the payment was given back is asked again, and of a part given back what was kept counts", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await giveBack(customer, 500);
  const { seen, prorationDate, dueToday, anew } = await shown(userId, "studio_monthly");
  expect([anew, dueToday]).toEqual([false, 1500]);
  await giveBack(customer);
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  expect(await changePlan(agreed)).toEqual({ outcome: "ask_again" });
  expect(await paidBy(customer)).toEqual([900]);
});

test("nearly all given back, nearly nothing is counted: an upgrade costs what is left of the period, as shown", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly");
  await giveBack(customer, 1881);
  const { lines, dueToday, credit, anew } = await shown(userId, "team_monthly");
  expect([dueToday, credit, anew]).toEqual([4900 - 19, 0, false]);
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(dueToday);
  expect(lines.map(({ text }) => text)).toContain("Unused time whose payment has gone back");
  expect(await agree(userId, "team_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await paidBy(customer)).toEqual([4881, 1900]);
  // What is paid now was kept whole, and counts whole.
  expect(await shown(userId, "studio_monthly")).toMatchObject({ dueToday: 0, credit: 3000 });
});

test("a smaller plan keeps no more to one's credit than was kept of the payment", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly");
  await giveBack(customer, 1881);
  expect(await shown(userId, "reader_monthly")).toMatchObject({ dueToday: 881, credit: 0 });
  expect(await agree(userId, "reader_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await paidBy(customer)).toEqual([881, 1900]);
  expect(await stripe().customers.retrieve(customer)).toMatchObject({ balance: 0 });
});

test("what was kept covers the unused time: it counts whole, as ever", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly");
  await letTimePass(20);
  const before = await shown(userId, "reader_monthly");
  await giveBack(customer, 900);
  const { lines, credit } = await shown(userId, "reader_monthly");
  expect([lines.length, Math.abs(credit - before.credit) < 2]).toEqual([2, true]);
});

test("seats are taken away to no more credit than was kept", async () => {
  const { userId, customer, subscription } = await aTeam();
  expect(await agree(userId, "team_monthly", { quantity: 3 })).toEqual({ outcome: "plan_changed" });
  await hearOf(subscription);
  await giveBack(customer, 9000);
  expect(await shown(userId, "team_monthly", 1)).toMatchObject({ credit: 800 });
});

test("what was credited by a note isn't credited a second time", async () => {
  const { userId, subscription } = await aSubscriber("studio_monthly");
  const invoice = String((await stripe().subscriptions.retrieve(subscription)).latest_invoice);
  await stripe().creditNotes.create({ invoice, amount: 1000, credit_amount: 1000 });
  await hearOf(subscription);
  expect(await shown(userId, "reader_monthly")).toMatchObject({ dueToday: 0, credit: 0 });
});

test("time whose payment is disputed is no credit before the bank has decided for us", async () => {
  const { userId, customer } = await aSubscriber("studio_monthly", "pm_card_createDispute");
  const [charge] = (await stripe().charges.list({ customer })).data;
  const [dispute] = (await stripe().disputes.list({ charge: charge?.id ?? "" })).data;
  await mirrorFetched("charge", charge?.id ?? "");
  expect(await shown(userId, "reader_monthly")).toMatchObject({ credit: 1000 });
  await mirrorFetched("dispute", dispute?.id ?? "");
  expect(await shown(userId, "reader_monthly")).toMatchObject({ dueToday: 900, credit: 0, anew: false });
  await stripe().disputes.update(dispute?.id ?? "", {
    evidence: { uncategorized_text: "winning_evidence" },
    submit: true,
  });
  await letTimePass(0.01);
  await mirrorFetched("dispute", dispute?.id ?? "");
  const won = await shown(userId, "reader_monthly");
  expect([won.dueToday, won.credit > 990]).toEqual([0, true]);
});

test("a year that was given back in part counts for what was kept of it", async () => {
  const { userId, customer } = await aSubscriber("studio_yearly");
  await giveBack(customer, 18_000);
  expect(await shown(userId, "studio_monthly")).toMatchObject({ dueToday: 900, credit: 0 });
});

test("a bank that asks first is asked for the same amount, and a declined card changes nothing", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await giveBack(customer, 891);
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_chargeCustomerFail") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "change_declined" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader" });
  const { data: pending } = await stripe().invoiceItems.list({ customer, pending: true });
  expect(pending).toEqual([]);
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_authenticationRequired") });
  const asked = await agree(userId, "studio_monthly");
  if (asked.outcome !== "to_be_confirmed") throw new Error(asked.outcome);
  expect(await stripe().invoices.retrieve(asked.invoice)).toMatchObject({ amount_due: 1891 });
  // Given up, it leaves nothing behind for the next bill.
  await letTimePass(2);
  expect(await stripe().invoices.retrieve(asked.invoice)).toMatchObject({ status: "void" });
  expect((await stripe().invoiceItems.list({ customer, pending: true })).data).toEqual([]);
});
