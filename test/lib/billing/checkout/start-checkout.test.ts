import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { fillSlot, releaseSlot, reserveSlot } from "@/lib/billing/checkout/slots";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { begunOrder } from "@/lib/billing/order/begun";
import { orderOf } from "@/lib/billing/order/order";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, pay, priceNamed, subscriptionsOf } from "../support/shop";
import { slotsOf } from "../support/slots";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Somebody who has a customer at Stripe already. */
async function aBuyer() {
  const userId = await aPerson();
  return { userId, customer: (await ensureCustomer(userId)).id };
}
const statuses = async (customer: string) => (await subscriptionsOf(customer)).map(({ status }) => status);

test("a purchase begins with an unpaid subscription, its amount from Stripe, and the mirror knows", async () => {
  const { userId, customer } = await aBuyer();
  const begun = await startCheckout({ userId, order: orderOf("studio_monthly") });
  expect(begun).toMatchObject({ outcome: "ready", amount: 1900, currency: "usd" });
  const [subscription] = await subscriptionsOf(customer);
  expect(subscription?.status).toBe("incomplete");
  expect(await slotsOf(userId)).toMatchObject([{ subscription: subscription?.id, released: false }]);
  const mirrored = await db
    .select({ id: subscriptions.id, status: subscriptions.status })
    .from(subscriptions)
    .where(eq(subscriptions.customer, customer));
  expect(mirrored).toEqual([{ id: subscription?.id, status: "incomplete" }]);
});

test("begun from several tabs at once it is one subscription and one payment", async () => {
  const { userId, customer } = await aBuyer();
  const secrets = await Promise.all(Array.from({ length: 4 }, () => begin(userId)));
  expect(new Set(secrets).size).toBe(1);
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("begun from several tabs by somebody who isn't a customer yet, it is still one", async () => {
  const userId = await aPerson();
  const secrets = await Promise.all(Array.from({ length: 4 }, () => begin(userId)));
  expect(new Set(secrets).size).toBe(1);
});

test("two people don't meet in one purchase", async () => {
  const [one, two] = [await aBuyer(), await aBuyer()];
  expect(await begin(one.userId)).not.toBe(await begin(two.userId));
});

test("begun again it goes on with the same payment", async () => {
  const { userId, customer } = await aBuyer();
  const first = await begin(userId);
  await pay(first, "pm_card_chargeDeclined");
  expect(await begin(userId)).toBe(first);
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("what was begun and not paid for is gone on with whole: seats, currency and code", async () => {
  const userId = await aPerson({ confirmed: false });
  const order = { price: "team_monthly", seats: "3", code: "WELCOME", currency: "eur" };
  const begun = await startCheckout({ userId, order });
  const own = await subscriptionOf(userId);
  expect(begun).toMatchObject({ outcome: "ready", amount: 10800, currency: "eur" });
  expect(own && begunOrder(own)).toEqual(order);
  expect(await startCheckout({ userId, order })).toEqual(begun);
});

test("another price takes the place of the one begun", async () => {
  const { userId, customer } = await aBuyer();
  await begin(userId, "reader_monthly");
  await begin(userId, "studio_monthly");
  const live = (await subscriptionsOf(customer)).filter(({ status }) => status === "incomplete");
  expect(live.map(({ items }) => items.data[0]?.price.lookup_key)).toEqual(["studio_monthly"]);
  expect((await slotsOf(userId)).map(({ released }) => released)).toEqual([true, false]);
});

test("two tabs with different prices end with one that can be paid", async () => {
  const { userId, customer } = await aBuyer();
  await Promise.all([
    startCheckout({ userId, order: orderOf("reader_monthly") }),
    startCheckout({ userId, order: orderOf("studio_monthly") }),
  ]);
  expect((await statuses(customer)).filter((status) => status === "incomplete")).toHaveLength(1);
});

test("a purchase that another tab is just giving up is taken over by no other place", async () => {
  const { userId, customer } = await aBuyer();
  await begin(userId, "reader_monthly");
  const [begun] = await slotsOf(userId);
  await releaseSlot(begun?.id ?? "");
  const slot = await reserveSlot(userId, "price_other", "terms");
  expect(await fillSlot(slot.id, begun?.subscription ?? "")).toBe(false);
  expect(await slotsOf(userId)).toMatchObject([{ released: true }, { subscription: null, released: false }]);
  expect(await statuses(customer)).toEqual(["incomplete"]);
});

test("somebody who has paid in another tab is told so, and isn't switched or charged again", async () => {
  const { userId, customer } = await aBuyer();
  await pay(await begin(userId, "reader_monthly"));
  for (const price of ["reader_monthly", "studio_monthly"]) {
    expect(await startCheckout({ userId, order: orderOf(price) })).toEqual({ outcome: "already_subscribed" });
  }
  expect(await statuses(customer)).toEqual(["active"]);
});

test("a subscription made before a crash is taken up, even when Stripe has forgotten the key", async () => {
  const { userId, customer } = await aBuyer();
  const { id: price } = await priceNamed("studio_monthly");
  const slot = await reserveSlot(userId, price, "-");
  const left = await stripe().subscriptions.create({
    customer,
    items: [{ price }],
    payment_behavior: "default_incomplete",
    metadata: { slot: slot.id },
  });
  await begin(userId);
  expect((await subscriptionsOf(customer)).map(({ id }) => id)).toEqual([left.id]);
  expect(await slotsOf(userId)).toMatchObject([{ id: slot.id, subscription: left.id }]);
});

test("a place taken for another price by a process that died is given to the price asked for", async () => {
  const { userId, customer } = await aBuyer();
  await reserveSlot(userId, (await priceNamed("reader_monthly")).id, "-");
  await begin(userId, "studio_monthly");
  expect((await subscriptionsOf(customer)).map(({ items }) => items.data[0]?.price.lookup_key)).toEqual([
    "studio_monthly",
  ]);
});

test("a purchase whose taking back was cut short is put aside, and another begins", async () => {
  for (const next of ["reader_monthly", "studio_monthly"]) {
    const { userId, customer } = await aBuyer();
    await begin(userId, "reader_monthly");
    const [left] = await subscriptionsOf(customer);
    const invoice = left?.latest_invoice;
    if (typeof invoice !== "string") throw new Error("no invoice");
    await stripe().invoices.voidInvoice(invoice);
    await pay(await begin(userId, next));
    expect((await statuses(customer)).filter((status) => status === "active")).toHaveLength(1);
  }
});

test("a subscription an administrator made counts, though no slot and no webhook tells of it", async () => {
  const { userId, customer } = await aBuyer();
  await stripe().subscriptions.create({
    customer,
    items: [{ price: (await priceNamed("reader_monthly")).id }],
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  expect(await startCheckout({ userId, order: orderOf("studio_monthly") })).toEqual({
    outcome: "already_subscribed",
  });
});

test("after a subscription has ended another can begin, though no webhook told of the end", async () => {
  const { userId, customer } = await aBuyer();
  await pay(await begin(userId));
  const [first] = await subscriptionsOf(customer);
  await stripe().subscriptions.cancel(first?.id ?? "");
  await begin(userId);
  expect(await statuses(customer)).toEqual(["incomplete", "canceled"]);
});

test("a price nobody knows, or that is no plan's, is told from one that was withdrawn", async () => {
  const { userId } = await aBuyer();
  for (const none of ["gold_weekly", "handbook", "api_calls_monthly"]) {
    const order = orderOf(none);
    expect(await startCheckout({ userId, order }), none).toEqual({ outcome: "unknown_price" });
  }
  const { id } = await stripe().prices.create({
    product: "gatehouse_reader",
    currency: "usd",
    unit_amount: 500,
    lookup_key: "reader_for_less",
    recurring: { interval: "month" },
  });
  await mirrorFetched("price", id);
  await stripe().prices.update(id, { active: false });
  // The mirror still says that it is for sale; Stripe knows better.
  expect(await startCheckout({ userId, order: orderOf(id) })).toEqual({ outcome: "withdrawn_price" });
  await mirrorFetched("price", id);
  expect(await startCheckout({ userId, order: orderOf(id) })).toEqual({ outcome: "withdrawn_price" });
  expect((await slotsOf(userId)).every(({ released }) => released)).toBe(true);
  await begin(userId);
});

test("a price made by hand for somebody else isn't sold by its id, and nothing is begun", async () => {
  const { userId, customer } = await aBuyer();
  const { id } = await stripe().prices.create({
    ...{ product: "gatehouse_reader", currency: "usd", unit_amount: 100, recurring: { interval: "month" } },
  });
  await mirrorFetched("price", id);
  expect(await startCheckout({ userId, order: orderOf(id) })).toEqual({ outcome: "withdrawn_price" });
  expect(await statuses(customer)).toEqual([]);
});

test("a price in another currency than the customer's is refused in words, with nothing begun", async () => {
  const { userId, customer } = await aBuyer();
  await pay(await begin(userId));
  const [dollars] = await subscriptionsOf(customer);
  await stripe().subscriptions.cancel(dollars?.id ?? "");
  const { id } = await stripe().prices.create({
    product: "gatehouse_reader",
    currency: "eur",
    unit_amount: 900,
    lookup_key: "reader_in_euros",
    recurring: { interval: "month" },
  });
  await mirrorFetched("price", id);
  expect(await startCheckout({ userId, order: orderOf(id) })).toEqual({
    outcome: "other_currency",
    currency: "usd",
    priceCurrency: "eur",
  });
  expect(await statuses(customer)).toEqual(["canceled"]);
});

test("a customer deleted at Stripe can buy again", async () => {
  const { userId, customer } = await aBuyer();
  await pay(await begin(userId));
  await stripe().customers.del(customer);
  const secret = await begin(userId);
  await pay(secret);
  expect(await statuses((await ensureCustomer(userId)).id)).toEqual(["active"]);
});
