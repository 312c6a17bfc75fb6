import { beforeAll, expect, test } from "vitest";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { startHostedCheckout } from "@/lib/billing/checkout/start-hosted-checkout";
import { orderOf } from "@/lib/billing/order/order";
import { showOrder } from "@/lib/billing/order/show";
import { customerOf } from "@/lib/billing/queries/customer";
import { priceFor } from "@/lib/billing/queries/price";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const inEuros = { ...orderOf("studio_monthly"), currency: "eur" };

async function shown(userId: string, order = inEuros) {
  const answer = await priceFor(order.price);
  if (answer.found !== "for_sale") throw new Error(answer.found);
  const order_ = await showOrder(userId, answer.price, order);
  if (order_.outcome !== "shown") throw new Error(order_.outcome);
  return order_;
}

test("a plan is shown, paid and renewed in the currency that was chosen", async () => {
  const userId = await aPerson();
  expect(await shown(userId)).toMatchObject({ quote: { first: 1700 }, order: { currency: "eur" } });
  const begun = await startCheckout({ userId, order: inEuros });
  expect(begun).toMatchObject({ outcome: "ready", amount: 1700, currency: "eur" });
  if (begun.outcome !== "ready") return;
  await pay(begun.clientSecret);
  await settleReturn({ userId, clientSecret: begun.clientSecret });
  expect(await subscriptionOf(userId)).toMatchObject({ price: { amount: 1700, currency: "eur" } });
  await letTimePass(32);
  const { data } = await stripe().invoices.list({ customer: (await customerOf(userId)) ?? "" });
  expect(data.map(({ total, currency }) => [total, currency])).toEqual([
    [1700, "eur"],
    [1700, "eur"],
  ]);
});

test("somebody whose payments are in dollars sees dollars and why, and is sold nothing in euros", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  await stripe().subscriptions.cancel(subscription);
  expect(await shown(userId)).toMatchObject({
    ...{ quote: { first: 1900 }, order: { currency: "usd" } },
    faults: { currency: { fault: "settled", settled: "usd" } },
  });
  expect(await startCheckout({ userId, order: inEuros })).toEqual({
    ...{ outcome: "other_currency", currency: "usd", priceCurrency: "eur" },
  });
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("a currency that a price isn't sold in is told so", async () => {
  const order = { ...inEuros, currency: "jpy" };
  expect(await shown(await aPerson(), order)).toMatchObject({
    ...{ quote: { first: 1900 }, order: { currency: "usd" } },
    faults: { currency: { fault: "not_sold", wanted: "jpy" } },
  });
});

test("Stripe's page is in the currency too", async () => {
  const userId = await aPerson();
  const begun = await startHostedCheckout({ userId, order: inEuros });
  expect(begun.outcome).toBe("elsewhere");
  const { data } = await stripe().checkout.sessions.list({ customer: (await customerOf(userId)) ?? "" });
  expect(data).toMatchObject([{ amount_total: 1700, currency: "eur" }]);
});
