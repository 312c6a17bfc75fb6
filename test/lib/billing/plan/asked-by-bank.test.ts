import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { beginInvoicePayment } from "@/lib/billing/invoices/begin-invoice-payment";
import { settleInvoicePayment } from "@/lib/billing/invoices/settle-invoice-payment";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { agree, paidBy, shown } from "../support/changes";
import { openShop, pay } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** A reader whose bank asks before it pays for the change to Studio. */
async function anAsked() {
  const reader = await aSubscriber("reader_monthly");
  const card = await anotherCard(reader.customer, "pm_card_authenticationRequired");
  await makeCardDefault({ userId: reader.userId, card });
  const { dueToday } = await shown(reader.userId, "studio_monthly");
  const changed = await agree(reader.userId, "studio_monthly");
  if (changed.outcome !== "to_be_confirmed") throw new Error(changed.outcome);
  return { ...reader, dueToday, invoice: changed.invoice };
}

test("a bank that wants to ask first is asked about the invoice of the change", async () => {
  const { customer, dueToday, invoice } = await anAsked();
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({
    status: "open",
    amount_remaining: dueToday,
  });
  expect(await paidBy(customer)).toEqual([900]);
});

test("while a bank waits for its answer the plan is what it was, and the dearer one opens with the payment", async () => {
  const { userId, invoice } = await anAsked();
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect((await accessFor(userId)).features).toMatchObject([{ feature: "essays", reason: "subscription" }]);
  const begun = await beginInvoicePayment({ userId, invoice });
  if (begun.outcome !== "ready") throw new Error(begun.outcome);
  await pay(begun.clientSecret);
  const { clientSecret } = begun;
  expect(await settleInvoicePayment({ userId, clientSecret })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Studio", status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});

test("a bank that is never answered leaves the plan that is paid, and nothing is owed", async () => {
  const { userId, customer, subscription, invoice } = await anAsked();
  await letTimePass(8);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({ status: "void" });
  expect(await paidBy(customer)).toEqual([900]);
});

test("a change that a bank asks about is given up for the next one", async () => {
  const { userId, customer, invoice } = await anAsked();
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_visa") });
  expect(await agree(userId, "studio_monthly")).toEqual({ outcome: "plan_changed" });
  expect(await stripe().invoices.retrieve(invoice)).toMatchObject({ status: "void" });
  expect(await paidBy(customer)).toEqual([1000, 900]);
});
