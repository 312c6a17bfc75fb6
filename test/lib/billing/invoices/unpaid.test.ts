import { beforeAll, expect, test } from "vitest";
import { noticeOf } from "@/components/account/notice-words";
import { accessFor } from "@/lib/billing/access";
import { whileOwing } from "@/lib/billing/access/while-owing";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { unpaidRenewal } from "@/lib/billing/invoices/unpaid-renewal";
import { orderOf } from "@/lib/billing/order/order";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);
beforeAll(keepUnpaid);

/** As Stripe's dashboard may be set: what no retry has paid for stays, unpaid, and isn't canceled. */
async function keepUnpaid(): Promise<void> {
  const { STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY } = env();
  await fetch(`${STRIPE_EMULATOR_URL}/_emulator/retries`, {
    method: "POST",
    headers: { authorization: `Bearer ${STRIPE_SECRET_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ end: "unpaid" }),
  });
}

test("a month's use that isn't paid closes no year that is, but what is counted, after its days of grace", async () => {
  const { userId, customer, subscription } = await aSubscriber("studio_yearly");
  const card = await anotherCard(customer, "pm_card_chargeCustomerFail");
  await makeCardDefault({ userId, card });
  const payload = { stripe_customer_id: customer, value: "3000" };
  await stripe().billing.meterEvents.create({ event_name: "api_calls", payload });
  await letTimePass(33);
  const { data } = await stripe().invoices.list({ customer });
  for (const { id } of data) await mirrorFetched("invoice", id);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ status: "past_due" });
  const owed = data.find(({ status }) => status === "open")?.id ?? "";
  const access = await accessFor(userId);
  expect(access.features).toEqual([
    { feature: "essays", reason: "subscription", until: null },
    { feature: "workshops", reason: "subscription", until: null },
    { feature: "api", reason: "grace", until: expect.any(Date) },
  ]);
  expect(whileOwing(access)).toMatchObject({ openUntil: expect.any(Date), restStaysOpen: true });
  expect(await unpaidRenewal(owed)).toMatchObject({ forUse: true, restStaysOpen: true, remaining: 2000 });

  // A renewal that isn't paid is another thing: nothing of what it renews is paid for.
  expect(whileOwing(await accessFor((await anOwing()).userId))).toMatchObject({ restStaysOpen: false });
});

test("what no retry has paid for is closed and keeps its place, can't be changed, and opens when it is paid", async () => {
  const { userId, customer, subscription, invoice } = await anOwing();
  await letTimePass(20);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ id: subscription, status: "unpaid" });
  const { features, closed } = await accessFor(userId);
  expect(features).toEqual([]);
  expect(closed).toContainEqual({ feature: "workshops", reason: "unpaid", since: null });

  const facts = await noticeFacts(userId);
  const notice =
    facts && noticeOf(facts, { locale: "en-US", openUntil: null, restStaysOpen: false, now: new Date() });
  expect(notice).toMatchObject({
    title: "Your plan isn't paid",
    todo: { href: `/account/invoices/${invoice}/pay`, label: "Pay $19.00 now" },
  });
  expect(await startCheckout({ userId, order: orderOf("reader_monthly") })).toEqual({
    outcome: "already_subscribed",
  });
  expect(await previewChange({ userId, price: "reader_monthly" })).toEqual({ outcome: "not_changeable" });

  await makeCardDefault({ userId, card: await anotherCard(customer) });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  expect(await noticeFacts(userId)).toMatchObject({ owed: null });
});
