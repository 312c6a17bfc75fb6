import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WayBack } from "@/components/gate/way-back";
import { db } from "@/db/client";
import { invoices } from "@/db/schema/stripe/invoices";
import type { ClosedReason } from "@/lib/billing/access/facts";
import { aPrice, aProduct, aSubscription } from "@/test/lib/billing/support/mirrored";
import { aCustomer } from "@/test/lib/billing/support/people";
import { newId } from "@/test/lib/stripe/support/events";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

/** Somebody with a subscription in this state, for which one invoice is open. */
async function owing(status: string) {
  const { userId, customer } = await aCustomer();
  const { id: subscription } = await aSubscription(customer, [await aPrice(await aProduct())], { status });
  const invoice = newId("in");
  const parent = { subscription_details: { subscription } };
  const data = { id: invoice, status: "open", amount_remaining: 1900, currency: "usd", parent, created: 1 };
  await db.insert(invoices).values({ id: invoice, data, asOfFrom: new Date(), asOfTo: new Date() });
  return { userId, invoice };
}

const shown = async (userId: string, reason: ClosedReason) =>
  renderToStaticMarkup(
    await WayBack({ userId, closed: { feature: "essays", reason, since: null }, locale: "en-US" }),
  );

test.each(["past_due", "unpaid"])("who owes for a plan that is %s pays there and then", async (status) => {
  const { userId, invoice } = await owing(status);
  const html = await shown(userId, "unpaid");
  expect(html).toContain("Closed: a bill of your plan isn&#x27;t paid");
  expect(html).toContain(`href="/account/invoices/${invoice}/pay"`);
  expect(html).toContain("Pay $19.00 now");
});

test("whose trial ran out without a card goes on with one", async () => {
  const { userId } = await owing("paused");
  expect(await shown(userId, "trial_over")).toContain('href="/account/go-on"');
});

test("whose money was given back for what they bought finds the way in the gate below", async () => {
  const { userId } = await aCustomer();
  const html = await shown(userId, "returned");
  expect(html).toContain("what you paid for it was given back");
  expect(html).not.toContain("href=");
});

test.each([
  ["ended", "/pricing", "Start again"],
  ["paused", "/account", "Go on with my plan"],
  ["refunded", "/account", "See your account"],
  ["lost_dispute", "/account", "See your account"],
] as const)("what is closed because it is %s leads on", async (reason, href, label) => {
  const { userId } = await aCustomer();
  const html = await shown(userId, reason);
  expect(html).toContain(`href="${href}"`);
  expect(html).toContain(label);
});

test("what isn't the page itself is named", async () => {
  const { userId } = await owing("past_due");
  const closed = { feature: "api", reason: "unpaid", since: null } as const;
  const html = renderToStaticMarkup(await WayBack({ userId, closed, locale: "en-US", name: "The API" }));
  expect(html).toContain("The API is closed: a bill of your plan isn&#x27;t paid");
});
