import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { events } from "@/db/schema/stripe/events";
import { stripe } from "@/lib/stripe/client";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { quoted } from "@/lib/stripe/mirror/statement";
import { syncMirror } from "@/lib/stripe/sync/sync";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { type StartedEmulator, startEmulator } from "@/test/emulator/support/start-emulator";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery } from "./support/events";

useTestDatabase();
let standIn: StartedEmulator;
let history: Stripe.Event[] = [];

beforeAll(async () => {
  standIn = await startEmulator();
  process.env.STRIPE_EMULATOR_URL = standIn.origin;
  await liveThrough();
  history = (await stripe().events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 })).reverse();
});
afterAll(() => standIn.stop());
beforeEach(async () => {
  for (const type of mirroredTypes) await db.execute(sql.raw(`truncate ${quoted(mirrored(type).table)}`));
  await db.delete(events);
});

/** A small business's first day: things for sale, two customers, one of whom leaves. */
async function liveThrough(): Promise<void> {
  const reader = await stripe().products.create({ name: "Reader" });
  const studio = await stripe().products.create({ name: "Studio" });
  await stripe().products.update(reader.id, { description: "All essays" });
  const recurring = { interval: "month" as const };
  const price = await stripe().prices.create({
    product: reader.id,
    currency: "usd",
    unit_amount: 900,
    recurring,
  });
  for (const email of ["ada@example.com", "max@example.com"]) {
    const customer = await stripe().customers.create({ email });
    const card = await stripe().paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await stripe().customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
    const subscription = await stripe().subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    await stripe().subscriptions.update(subscription.id, { cancel_at_period_end: true });
    if (email.startsWith("max")) await stripe().subscriptions.cancel(subscription.id);
  }
  await stripe().products.del(studio.id);
  const passer = await stripe().customers.create({ email: "passer-by@example.com" });
  await stripe().customers.del(passer.id);
}

/** Every row that isn't what the stand-in says now. */
async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const [type, id] of touched()) {
    const statement = `select data, deleted_at is not null as deleted from ${quoted(mirrored(type).table)} where id = $1`;
    const [row] = await runPrepared<{ data: object; deleted: boolean }>(db, statement, [id]);
    const truth = await standIn.request("GET", `${mirrored(type).path}/${id}?${asking(type)}`, {
      key: process.env.STRIPE_SECRET_KEY ?? "sk_test_gatehouse",
    });
    const gone = truth.status === 404 || truth.json.deleted === true;
    const same =
      row && (gone ? row.deleted : !row.deleted && isDeepStrictEqual(told(row.data), told(truth.json)));
    if (!same) found.push(`${type} ${id}`);
  }
  return found;
}

function touched(): [MirroredType, string][] {
  const seen = new Map<string, [MirroredType, string]>();
  for (const { data } of history) {
    const object: { object?: string; id?: string } = data.object;
    if (isMirrored(object.object) && object.id) seen.set(object.id, [object.object, object.id]);
  }
  return [...seen.values()];
}

function asking(type: MirroredType): string {
  return (mirrored(type).expand ?? []).map((field) => `expand[]=${field}`).join("&");
}

/** An object without what changes at Stripe with no event to say so. */
function told(object: object): object {
  return { ...object, next_invoice_sequence: undefined };
}

const deliver = async (event: Stripe.Event) => (await receive(delivery(event), { handlers: [] })).status;

test.each([
  ["as they happened", (list: Stripe.Event[]) => list],
  ["backwards", (list: Stripe.Event[]) => list.toReversed()],
  [
    "twice over, the odd ones first",
    (list: Stripe.Event[]) => [...list.filter((_, n) => n % 2), ...list, ...list],
  ],
])("the stand-in's events delivered %s leave its own state in the mirror", async (_, order) => {
  for (const event of order(history)) expect(await deliver(event)).toBe(200);
  expect(await differences()).toEqual([]);
});

test("all events delivered at once leave the stand-in's state in the mirror", async () => {
  const answers = await Promise.all(history.map(deliver));
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await differences()).toEqual([]);
});

test("events that were never delivered are caught up with, once", async () => {
  for (const event of history.filter((_, n) => n % 3 === 0)) await deliver(event);
  const handled: string[] = [];
  const handler = on("customer.subscription.updated", async ({ event }) => void handled.push(event.id));
  const missing = history.filter((_, n) => n % 3 !== 0);
  const first = await catchUp({ handlers: [handler] });
  expect(first).toMatchObject({ read: history.length, processed: missing.length, failed: 0 });
  expect(handled.sort()).toEqual(
    missing
      .filter(({ type }) => type === "customer.subscription.updated")
      .map(({ id }) => id)
      .sort(),
  );
  expect(await differences()).toEqual([]);
  expect(await catchUp({ handlers: [handler] })).toMatchObject({ processed: 0, failed: 0 });
});

test("filling from the lists gives the same rows for all that isn't deleted", async () => {
  await syncMirror();
  const missing = await differences();
  const deleted = history.filter(({ type }) => /^(product|customer)\.deleted$/.test(type)).length;
  expect(missing).toHaveLength(deleted);
});
