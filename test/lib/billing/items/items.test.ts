import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { itemPurchases } from "@/db/schema/items";
import { accessFor } from "@/lib/billing/access";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { intentIdOf } from "@/lib/billing/ids";
import { beginItem } from "@/lib/billing/items/begin-item";
import { reserveItem } from "@/lib/billing/items/item-purchases";
import { settleItem } from "@/lib/billing/items/settle-item";
import itemConfirmation from "@/lib/billing/jobs/item-confirmation";
import { itemFor, items } from "@/lib/billing/queries/items";
import { begunItem, itemsOf, ownItem } from "@/lib/billing/queries/own-items";
import { listInbox, readInbox } from "@/lib/email/queries/inbox";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { queued } from "@/test/lib/jobs/support/noting";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber } from "../support/subscribers";
import { aBuyer, begin, canRead, hear, paymentsOf } from "./buyers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

test("what is bought once is listed apart from the plans, with what it opens", async () => {
  expect(await items()).toMatchObject([
    { key: "handbook", name: "The handbook", amount: 2900, currency: "usd", features: [{ key: "handbook" }] },
  ]);
  expect(await itemFor("reader_monthly")).toEqual({ found: "unknown" });
  expect(await itemFor("hand\0book")).toEqual({ found: "unknown" });
});

test("paid, it is open on the return page before any event has come, and the events change nothing", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  expect(await canRead(userId)).toBe(false);
  await pay(clientSecret);
  const payment = intentIdOf(clientSecret);
  expect(await settleItem({ userId, clientSecret })).toEqual({
    outcome: "succeeded",
    paymentIntent: payment,
  });
  expect(await canRead(userId)).toBe(true);
  expect((await accessFor(userId)).features).toEqual([
    { feature: "handbook", reason: "bought", until: null, boughtOn: expect.any(Date) },
  ]);
  await hear();
  await settleItem({ userId, clientSecret });
  expect(await db.select().from(grants).where(eq(grants.userId, userId))).toHaveLength(1);
  expect(await itemsOf(userId)).toMatchObject([
    { name: "The handbook", amount: 2900, card: { last4: "4242" }, receiptUrl: expect.any(String) },
  ]);
});

test("whoever closes the browser after paying has it by the event alone", async () => {
  const userId = await aPerson();
  await pay(await begin(userId));
  await hear();
  expect(await canRead(userId)).toBe(true);
});

test("begun from several tabs at once, before there is a customer, it is one payment", async () => {
  const userId = await aPerson();
  const secrets = await Promise.all(Array.from({ length: 4 }, () => begin(userId)));
  expect(new Set(secrets).size).toBe(1);
  expect(await paymentsOf(userId)).toMatchObject([
    { amount: 2900, currency: "usd", description: "The handbook" },
  ]);
});

test("a declined card leaves the same payment to be made with another", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret, "pm_card_chargeDeclined");
  expect(await settleItem({ userId, clientSecret })).toMatchObject({ outcome: "failed" });
  expect(await canRead(userId)).toBe(false);
  const payment = intentIdOf(clientSecret) ?? "";
  expect(await begunItem(userId, payment)).toEqual({ key: "handbook", currency: "usd" });
  expect(await begunItem(await aPerson(), payment)).toBeNull();
  expect(await begin(userId)).toBe(clientSecret);
});

test("bought already, or given for good, it isn't sold again; given to a date, it is", async () => {
  const { userId } = await aBuyer();
  expect(await beginItem({ userId, item: "handbook" })).toEqual({ outcome: "already_yours" });
  expect(await paymentsOf(userId)).toHaveLength(1);
  const [given, lent] = [await aPerson(), await aPerson()];
  await db.insert(grants).values({ userId: given, feature: "handbook" });
  await db.insert(grants).values({ userId: lent, feature: "handbook", endsAt: new Date(Date.now() + 1e6) });
  expect(await beginItem({ userId: given, item: "handbook" })).toEqual({ outcome: "already_yours" });
  expect(await beginItem({ userId: lent, item: "handbook" })).toMatchObject({ outcome: "ready" });
});

test("somebody whose payment nobody has told us of is told that it is theirs, and has it", async () => {
  const userId = await aPerson();
  await pay(await begin(userId));
  expect(await beginItem({ userId, item: "handbook" })).toEqual({ outcome: "already_yours" });
  expect(await canRead(userId)).toBe(true);
});

test("a process that died before writing its payment down is found by the payment's own word", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await db.update(itemPurchases).set({ stripePaymentIntentId: null }).where(eq(itemPurchases.userId, userId));
  await pay(clientSecret);
  await hear();
  expect(await canRead(userId)).toBe(true);
  expect(await itemsOf(userId)).toHaveLength(1);
});

test("an amount that has changed meanwhile replaces the payment that was begun", async () => {
  const userId = await aPerson();
  const old = await begin(userId);
  const { id } = await priceNamed("handbook");
  const raised = await stripe().prices.create({
    ...{ product: "gatehouse_handbook", currency: "usd", unit_amount: 3100 },
    ...{ lookup_key: "handbook", transfer_lookup_key: true },
  });
  await stripe().prices.update(id, { active: false });
  for (const price of [id, raised.id]) await mirrorFetched("price", price);
  const begun = await beginItem({ userId, item: "handbook" });
  expect(begun).toMatchObject({ outcome: "ready", amount: 3100 });
  expect((await stripe().paymentIntents.retrieve(intentIdOf(old) ?? "")).status).toBe("canceled");
  expect(await beginItem({ userId, item: id })).toEqual({ outcome: "withdrawn_item" });
  await stripe().prices.update(id, { active: true, lookup_key: "handbook", transfer_lookup_key: true });
  await stripe().prices.update(raised.id, { active: false });
  for (const price of [id, raised.id]) await mirrorFetched("price", price);
});

test("another's purchase, payment or made-up id is nobody's", async () => {
  const { userId, clientSecret, payment } = await aBuyer();
  const [mine] = await itemsOf(userId);
  const other = await aPerson();
  await ensureCustomer(other);
  expect(await settleItem({ userId: other, clientSecret })).toEqual({ outcome: "not_found" });
  expect(await ownItem(other, { payment })).toBeNull();
  expect(await ownItem(other, { id: mine?.id ?? "" })).toBeNull();
  expect(await ownItem(userId, { id: "' or 1=1" })).toBeNull();
  expect(await canRead(other)).toBe(false);
  expect(await beginItem({ userId: other, item: "gold" })).toEqual({ outcome: "unknown_item" });
});

test("it is sold in the person's currency, or the one asked for, and in no other than was shown", async () => {
  const wish = { item: "handbook", currency: "eur" };
  const userId = await aPerson();
  const inDollars = intentIdOf(await begin(userId)) ?? "";
  expect(await beginItem({ userId, ...wish })).toMatchObject({
    ...{ outcome: "ready", amount: 2600, currency: "eur" },
  });
  expect((await stripe().paymentIntents.retrieve(inDollars)).status).toBe("canceled");
  expect(await beginItem({ userId, item: "handbook", currency: "jpy" })).toEqual({
    outcome: "withdrawn_item",
  });

  const payer = await aSubscriber("reader_monthly");
  expect(await beginItem({ userId: payer.userId, ...wish })).toEqual({
    ...{ outcome: "other_currency", currency: "usd", priceCurrency: "eur" },
  });
  const european = await aPerson();
  const { id: customer } = await ensureCustomer(european);
  const { data } = await stripe().prices.list({ lookup_keys: ["reader_monthly"] });
  const card = (await stripe().paymentMethods.attach("pm_card_visa", { customer })).id;
  await stripe().subscriptions.create({
    ...{ customer, currency: "eur", default_payment_method: card, items: [{ price: data[0]?.id ?? "" }] },
  });
  expect(await beginItem({ userId: european, item: "handbook" })).toMatchObject({ currency: "eur" });
});

test("one whose payments are in another currency is told so, and nothing is begun", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  const kept = await stripe().customers.retrieve(customer);
  if (kept.deleted || kept.currency !== "usd") throw new Error("no currency");
  const { id } = await stripe().prices.create({
    ...{ product: "gatehouse_handbook", currency: "eur", unit_amount: 2600, lookup_key: "handbook_eur" },
  });
  await mirrorFetched("price", id);
  expect(await beginItem({ userId, item: "handbook_eur" })).toEqual({
    outcome: "other_currency",
    ...{ currency: "usd", priceCurrency: "eur" },
  });
  await stripe().prices.update(id, { active: false });
  await mirrorFetched("price", id);
});

test("its buyer gets one mail, and none for what was given back before", async () => {
  const { userId, payment } = await aBuyer();
  await hear();
  const [purchase] = await db
    .select({ id: itemPurchases.id })
    .from(itemPurchases)
    .where(and(eq(itemPurchases.userId, userId)));
  const id = purchase?.id ?? "";
  const asked = await db.execute<{ count: number }>(
    `select count(*)::int as count from job_keys where key = 'item-confirmation:${id}'`,
  );
  expect(asked[0]?.count).toBe(1);
  expect((await queued("item-confirmation")).length).toBeGreaterThan(0);
  const attempt = { attempt: 1, signal: new AbortController().signal };
  await itemConfirmation.run({ purchase: id }, attempt);
  await itemConfirmation.run({ purchase: id }, attempt);
  const sent = await listInbox();
  expect(sent).toHaveLength(1);
  const mail = await readInbox(sent[0]?.id ?? "");
  expect(mail).toMatchObject({ subject: "The handbook is yours" });
  expect(mail?.text).toContain("You paid $29.00, once");
  expect(mail?.text).toContain(`/account/bought/${id}`);
  await stripe().refunds.create({ payment_intent: payment });
  await hear();
  await itemConfirmation.run({ purchase: id }, attempt);
  expect(await listInbox()).toHaveLength(1);
});

test("giving part of it back when the job's key has long been forgotten confirms the purchase no second time", async () => {
  const { payment } = await aBuyer();
  await hear();
  await db.execute(`delete from job_keys`);
  const before = (await queued("item-confirmation")).length;
  await stripe().refunds.create({ payment_intent: payment, amount: 100 });
  await hear();
  expect(await queued("item-confirmation")).toHaveLength(before);
  expect(await db.execute(`select key from job_keys where key like 'item-confirmation:%'`)).toHaveLength(0);
});

test("a price made by hand beside its own isn't sold", async () => {
  const answer = await itemFor("handbook");
  if (answer.found !== "for_sale") throw new Error(answer.found);
  const special = { product: answer.item.productId, unit_amount: 100, currency: "usd" };
  const { id } = await stripe().prices.create(special);
  await mirrorFetched("price", id);
  expect((await items()).map(({ key }) => key)).toEqual(["handbook"]);
  expect(await itemFor(id)).toEqual({ found: "withdrawn" });
  expect(await beginItem({ userId: await aPerson(), item: id })).toEqual({ outcome: "withdrawn_item" });
});

test("a place reserved by a process that died is taken up", async () => {
  const userId = await aPerson();
  const answer = await itemFor("handbook");
  if (answer.found !== "for_sale") throw new Error(answer.found);
  const reserved = await reserveItem(userId, answer.item);
  await begin(userId);
  expect((await reserveItem(userId, answer.item)).id).toBe(reserved.id);
  expect(await paymentsOf(userId)).toHaveLength(1);
});
