import { beforeAll, expect, test } from "vitest";
import { noticeOf } from "@/components/account/notice-words";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { orderOf } from "@/lib/billing/order/order";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { env } from "@/lib/env";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, letTimePass } from "../support/subscribers";

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

test("what no retry has paid for is closed and keeps its place, can't be changed, and opens when it is paid", async () => {
  const { userId, customer, subscription, invoice } = await anOwing();
  await letTimePass(20);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ id: subscription, status: "unpaid" });
  const { features, closed } = await accessFor(userId);
  expect(features).toEqual([]);
  expect(closed).toContainEqual({ feature: "workshops", reason: "unpaid", since: null });

  const facts = await noticeFacts(userId);
  const notice = facts && noticeOf(facts, { locale: "en-US", openUntil: null, now: new Date() });
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
