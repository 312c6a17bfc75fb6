import { beforeAll, expect, test } from "vitest";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { settleSubscription } from "@/lib/billing/checkout/settle-payment";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

test("there is nothing to say to who has no plan", async () => {
  expect(await noticeFacts(await aPerson())).toBeNull();
});

test("of a plan in good standing it is known what pays for it, the metered part aside", async () => {
  const { userId, subscription } = await aSubscriber();
  const facts = await noticeFacts(userId);
  expect(facts).toMatchObject({
    subscription,
    status: "active",
    planName: "Studio",
    ends: false,
    owed: null,
  });
  expect(facts?.card).toMatchObject({ brand: "visa", last4: "4242" });
});

test("of an owing one the invoice to be paid, and nobody else's", async () => {
  const [one, other] = [await anOwing(), await anOwing()];
  for (const { userId, invoice } of [one, other]) {
    expect(await noticeFacts(userId)).toMatchObject({
      status: "past_due",
      owed: { invoice, remaining: 1900, currency: "usd", count: 1, bankAsks: false },
    });
  }
});

test("where the bank asks, that it does, and no more once it is paid", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_authenticationRequired") });
  await letTimePass(32);
  const { data } = await stripe().invoices.list({ subscription, status: "open" });
  const invoice = data[0]?.id ?? "";
  const { data: payments } = await stripe().invoicePayments.list({ invoice });
  const [payment] = payments;
  const intent = payment?.payment.payment_intent;
  if (!payment || typeof intent !== "string") throw new Error("no payment");
  const look = async () => {
    await mirrorFetched("invoice", invoice);
    await mirrorFetched("invoice_payment", payment.id);
    await mirrorFetched("payment_intent", intent);
    await settleSubscription(subscription);
    return noticeFacts(userId);
  };
  expect((await look())?.owed).toMatchObject({ invoice, bankAsks: true });
  await stripe().paymentIntents.confirm(intent, {
    payment_method: "pm_card_visa",
    return_url: "http://localhost:3000/account/paid",
  });
  expect(await look()).toMatchObject({ status: "active", owed: null });
});

test("of a trial it is known whether there is a card, and whether a discount or credit lowers its first payment", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const { id: subscription } = await stripe().subscriptions.create({
    ...{ customer, items: [{ price: (await priceNamed("team_monthly")).id }], trial_period_days: 2 },
  });
  const look = async () => {
    await mirrorFetched("customer", customer);
    await mirrorFetched("subscription", subscription);
    return noticeFacts(userId);
  };
  expect(await look()).toMatchObject({ status: "trialing", cardless: true, card: null, lowered: false });
  await makeCardDefault({ userId, card: await anotherCard(customer) });
  const { id: coupon } = await stripe().coupons.create({ percent_off: 100, duration: "once" });
  await stripe().subscriptions.update(subscription, { discounts: [{ coupon }] });
  expect(await look()).toMatchObject({ cardless: false, card: { last4: "4444" }, lowered: true });
  await stripe().subscriptions.update(subscription, { discounts: "" });
  expect((await look())?.lowered).toBe(false);
  await stripe().customers.createBalanceTransaction(customer, { amount: -5000, currency: "usd" });
  expect((await look())?.lowered).toBe(true);
});

test("an ended plan has nothing to be said on every page", async () => {
  const { userId, subscription } = await aSubscriber();
  await stripe().subscriptions.cancel(subscription);
  await mirrorFetched("subscription", subscription);
  expect(await noticeFacts(userId)).toBeNull();
});
