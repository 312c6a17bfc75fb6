import { sql } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { stripe } from "@/lib/stripe/client";
import type { MirroredType } from "@/lib/stripe/mirror/registry";
import { isInOrder, reconcile } from "@/lib/stripe/reconcile/reconcile";
import { syncMirror } from "@/lib/stripe/sync/sync";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { describeDrift } from "@/scripts/progress/drift";
import { type StartedEmulator, startEmulator } from "@/test/emulator/support/start-emulator";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
let standIn: StartedEmulator;
let price: Stripe.Price;

const types: MirroredType[] = ["customer", "payment_method", "product", "price", "subscription", "invoice"];
const compare = (fix = false) => reconcile({ types, fix, grace: 0 });

beforeAll(async () => {
  standIn = await startEmulator();
  process.env.STRIPE_EMULATOR_URL = standIn.origin;
  const { id: product } = await stripe().products.create({ name: "Reader" });
  const recurring = { interval: "month" as const };
  price = await stripe().prices.create({ product, currency: "usd", unit_amount: 900, recurring });
});
afterAll(() => standIn.stop());

async function aSubscriber(): Promise<Stripe.Subscription> {
  const customer = await stripe().customers.create({ email: "ada@example.com" });
  const card = await stripe().paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe().customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
  return stripe().subscriptions.create({ customer: customer.id, items: [{ price: price.id }] });
}

async function statusOf(subscription: string): Promise<unknown> {
  const [row] = await db.execute(sql`select status from stripe.subscriptions where id = ${subscription}`);
  return row?.status;
}

test("a backfill takes in what was canceled and archived before it", async () => {
  const [lasting, canceled] = [await aSubscriber(), await aSubscriber()];
  await stripe().subscriptions.cancel(canceled.id);
  const old = await stripe().prices.create({
    product: String(price.product),
    currency: "usd",
    unit_amount: 500,
  });
  await stripe().prices.update(old.id, { active: false });
  const done = await syncMirror({ types });
  expect(done.map(({ state }) => state)).toEqual(types.map(() => "done"));
  expect([await statusOf(lasting.id), await statusOf(canceled.id)]).toEqual(["active", "canceled"]);
  expect([...(await db.execute(sql`select active from stripe.prices where id = ${old.id}`))]).toEqual([
    { active: false },
  ]);
  const [cards] = await db.execute(sql`select count(*)::int as count from stripe.payment_methods`);
  expect(cards).toEqual({ count: 2 });
  expect((await compare()).every(isInOrder)).toBe(true);
});

test("a cancellation that no delivery told of is repaired by the events", async () => {
  const { id } = await aSubscriber();
  await syncMirror({ types });
  await stripe().subscriptions.cancel(id);
  expect(await statusOf(id)).toBe("active");
  await catchUp({ handlers: [] });
  expect(await statusOf(id)).toBe("canceled");
});

test("a cancellation and deletions that nothing told of are repaired by comparison", async () => {
  const { id } = await aSubscriber();
  const product = await stripe().products.create({ name: "Withdrawn" });
  await syncMirror({ types });
  await stripe().subscriptions.cancel(id);
  await stripe().products.del(product.id);
  const found = await compare(true);
  expect(describeDrift(found)).toContain(`  stale (1): ${id}`);
  expect(describeDrift(found)).toContain(`  gone upstream (1): ${product.id}`);
  expect(await statusOf(id)).toBe("canceled");
  const [row] = await db.execute(
    sql`select name, deleted_at is not null as gone from stripe.products where id = ${product.id}`,
  );
  expect(row).toEqual({ name: "Withdrawn", gone: true });
  expect((await compare()).every(isInOrder)).toBe(true);
});

test("a customer that is gone is a tombstone, and its subscriptions have ended", async () => {
  const { id, customer } = await aSubscriber();
  await syncMirror({ types });
  await stripe().customers.del(String(customer));
  await compare(true);
  const [row] = await db.execute(
    sql`select deleted_at is not null as gone from stripe.customers where id = ${String(customer)}`,
  );
  expect(row).toEqual({ gone: true });
  expect(await statusOf(id)).toBe("canceled");
  expect((await compare()).every(isInOrder)).toBe(true);
});
