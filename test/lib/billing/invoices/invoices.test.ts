import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { beginInvoicePayment } from "@/lib/billing/invoices/begin-invoice-payment";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { settleInvoicePayment } from "@/lib/billing/invoices/settle-invoice-payment";
import { invoiceOf, invoicesOf } from "@/lib/billing/queries/invoices";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const succeeded = async (customer: string) => {
  const { data } = await stripe().charges.list({ customer });
  return data.filter(({ status }) => status === "succeeded").length;
};

test("what was paid is listed with its amount, its number and a page of its own", async () => {
  const { userId } = await aSubscriber();
  const [invoice] = await invoicesOf(userId);
  expect(invoice).toMatchObject({
    status: "paid",
    total: 1900,
    remaining: 0,
    currency: "usd",
    readable: true,
  });
  expect(invoice?.number).toBeTruthy();
  expect(await invoicesOf(await aPerson())).toEqual([]);
});

test("an open invoice is paid with the card that was put right, and the plan is in good standing", async () => {
  const { userId, customer, invoice } = await anOwing();
  expect(await subscriptionOf(userId)).toMatchObject({ status: "past_due" });
  const card = await anotherCard(customer);
  await makeCardDefault({ userId, card });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active" });
  expect(await invoiceOf(userId, invoice)).toMatchObject({ status: "paid", remaining: 0 });
  expect((await accessFor(userId)).features).toContainEqual({
    feature: "workshops",
    reason: "subscription",
    until: null,
  });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "invoice_settled" });
  expect(await succeeded(customer)).toBe(2);
});

test("paid from two tabs at once, it is charged once", async () => {
  const { userId, customer, invoice } = await anOwing();
  await makeCardDefault({ userId, card: await anotherCard(customer) });
  const outcomes = await Promise.all([payInvoice({ userId, invoice }), payInvoice({ userId, invoice })]);
  expect(outcomes.map(({ outcome }) => outcome)).toContain("invoice_paid");
  for (const { outcome } of outcomes)
    expect(["invoice_paid", "invoice_settled", "payment_on_its_way"]).toContain(outcome);
  expect(await succeeded(customer)).toBe(2);
});

test("a card that is declined says why, and charges nothing", async () => {
  const { userId, customer, invoice } = await anOwing();
  expect(await payInvoice({ userId, invoice })).toMatchObject({
    outcome: "declined",
    reason: expect.stringContaining("declined"),
  });
  expect(await succeeded(customer)).toBe(1);
  expect(await invoiceOf(userId, invoice)).toMatchObject({ status: "open", remaining: 1900 });
});

test("a bank that wants to ask first is asked in the browser, and then it is paid", async () => {
  const { userId, customer, invoice } = await anOwing();
  const card = await anotherCard(customer, "pm_card_authenticationRequired");
  await makeCardDefault({ userId, card });
  const asked = await payInvoice({ userId, invoice });
  if (asked.outcome !== "ready") throw new Error(asked.outcome);
  const { clientSecret } = asked;
  expect(await settleInvoicePayment({ userId, clientSecret })).toEqual({ outcome: "payment_failed" });
  await pay(clientSecret);
  expect(await settleInvoicePayment({ userId, clientSecret })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active" });
});

test("without a card there is nothing to charge, and that is said", async () => {
  const { userId, customer, subscription, invoice } = await anOwing();
  await stripe().subscriptions.update(subscription, { default_payment_method: "" });
  await stripe().customers.update(customer, { invoice_settings: { default_payment_method: "" } });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "no_card" });
});

test("an open invoice is paid with a card that is typed, for what is still due", async () => {
  const { userId, invoice } = await anOwing();
  const begun = await beginInvoicePayment({ userId, invoice });
  expect(begun).toMatchObject({ outcome: "ready", amount: 1900, currency: "usd" });
  if (begun.outcome !== "ready") return;
  await pay(begun.clientSecret);
  expect(await settleInvoicePayment({ userId, clientSecret: begun.clientSecret })).toEqual({
    outcome: "invoice_paid",
  });
});

test("an invoice that was withdrawn meanwhile can't be paid", async () => {
  const { userId, invoice } = await anOwing();
  await stripe().invoices.voidInvoice(invoice);
  expect(await beginInvoicePayment({ userId, invoice })).toEqual({ outcome: "invoice_settled" });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "invoice_settled" });
});

test("somebody else's invoice is not found, whatever is to be done with it", async () => {
  const owing = await anOwing();
  const other = await aSubscriber();
  const notFound = { outcome: "invoice_not_found" };
  for (const userId of [other.userId, await aPerson()]) {
    expect(await payInvoice({ userId, invoice: owing.invoice })).toEqual(notFound);
    expect(await beginInvoicePayment({ userId, invoice: owing.invoice })).toEqual(notFound);
    expect(await invoiceOf(userId, owing.invoice)).toBeNull();
  }
  const begun = await beginInvoicePayment({ userId: owing.userId, invoice: owing.invoice });
  if (begun.outcome !== "ready") throw new Error(begun.outcome);
  const { clientSecret } = begun;
  expect(await settleInvoicePayment({ userId: other.userId, clientSecret })).toEqual(notFound);
  for (const invoice of ["", "in_doesnotexist", "in_1/../customers", "sub_1"]) {
    expect(await payInvoice({ userId: owing.userId, invoice })).toEqual(notFound);
  }
});
