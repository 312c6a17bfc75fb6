import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { products } from "@/db/schema/stripe/catalogue";
import { invoices } from "@/db/schema/stripe/invoices";
import { paymentIntents } from "@/db/schema/stripe/payments";
import { stripe } from "@/lib/stripe/client";
import { UnknownAtStripe } from "@/lib/stripe/mirror/fetch";
import { mirror, mirrorFetched, Unsettled } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { useTestDatabase } from "@/test/support/use-database";
import { newId } from "../support/events";
import { many, pageOf } from "../support/fake-lists";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const fake = useFakeStripe();

const product = (id: string, name: string) => ({ id, object: "product", name, active: true });
const nameOf = async (id: string) =>
  (await db.select().from(products).where(eq(products.id, id)))[0]?.name ?? null;

test("what a request of our own answered is in the mirror at once", async () => {
  const id = newId("prod");
  fake.has(`/v1/products/${id}`, product(id, "Reader"));
  await mirror(await observe(() => stripe().products.retrieve(id)));
  expect(await nameOf(id)).toBe("Reader");
  expect(fake.asked).toHaveLength(1);
});

test("a slow answer doesn't overwrite the newer one that overtook it", async () => {
  const id = newId("prod");
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  let name = "old";
  fake.answers(async () => {
    const body = product(id, name);
    if (name === "old") await slow;
    return { body };
  });
  const first = observe(() => stripe().products.retrieve(id));
  await vi.waitUntil(() => fake.asked.length === 1);
  name = "new";
  await mirrorFetched("product", id);
  release();
  await mirror(await first);
  expect(await nameOf(id)).toBe("new");
});

test("overlapping fetches of a changing object end in its last content", async () => {
  const id = newId("prod");
  let version = 0;
  fake.answers(async () => {
    const body = product(id, `version ${version}`);
    version += version < 40 ? 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    return { body };
  });
  const work = Array.from({ length: 6 }, async () => {
    for (let round = 0; round < 5; round++) {
      await mirror(await observe(() => stripe().products.retrieve(id)));
    }
  });
  await Promise.all(work);
  const before = Number((await nameOf(id))?.slice("version ".length));
  await mirrorFetched("product", id);
  expect(Number((await nameOf(id))?.slice("version ".length))).toBeGreaterThanOrEqual(before);
  expect(await nameOf(id)).toBe("version 40");
});

test("an answer that Stripe repeats for an idempotency key isn't taken for the present", async () => {
  const id = newId("prod");
  fake.has(`/v1/products/${id}`, product(id, "now"));
  const answer = {
    ...product(id, "long ago"),
    lastResponse: lastResponse({ "idempotent-replayed": "true" }),
  };
  const seen = await observe(async () => answer);
  await mirror(seen);
  expect(await nameOf(id)).toBe("now");
});

test("a deleted object becomes a tombstone that keeps its last content", async () => {
  const id = newId("prod");
  fake.has(`/v1/products/${id}`, product(id, "Reader"));
  await mirrorFetched("product", id);
  fake.answers(() => ({
    status: 404,
    body: { error: { type: "invalid_request_error", code: "resource_missing" } },
  }));
  await mirrorFetched("product", id);
  const [row] = await db.select().from(products).where(eq(products.id, id));
  expect(row).toMatchObject({ name: "Reader", deletedAt: expect.any(Date) });
});

test("an object that Stripe never deletes and doesn't know is an error, not a deletion", async () => {
  const id = newId("pi");
  await expect(mirrorFetched("payment_intent", id)).rejects.toThrow(UnknownAtStripe);
  expect(await db.select().from(paymentIntents).where(eq(paymentIntents.id, id))).toEqual([]);
});

test("a line removed while an invoice's lines are read costs another reading, and makes no tombstone", async () => {
  const id = newId("in");
  const lines = `/v1/invoices/${id}/lines`;
  const lists = new Map([[lines, many("line_item", 15)]]);
  const firstLines = () => pageOf(lists, lines, new URLSearchParams()).body;
  fake.answers((path, query) => {
    if (path !== lines) return { body: { id, object: "invoice", lines: firstLines() } };
    const left = many("line_item", 15).filter((line) => line.id !== "line_item_00006");
    lists.set(lines, left);
    return pageOf(lists, path, query);
  });
  await mirrorFetched("invoice", id);
  const [row] = await db.select().from(invoices).where(eq(invoices.id, id));
  expect(row).toMatchObject({
    deletedAt: null,
    data: { lines: { data: lists.get(lines), has_more: false } },
  });
});

test("a row that never stands still is given up with an error", async () => {
  const id = newId("prod");
  let at = 4_000_000_000;
  fake.answers(async () => {
    at += 10;
    await db
      .insert(products)
      .values({ id, data: product(id, "x"), asOfFrom: new Date(0), asOfTo: new Date(at * 1000) })
      .onConflictDoUpdate({ target: products.id, set: { revision: at } });
    return { body: product(id, "y") };
  });
  await expect(mirrorFetched("product", id)).rejects.toThrow(Unsettled);
});

test("the price's decimal amount is kept as the text that webhooks carry", async () => {
  const id = newId("price");
  fake.has(`/v1/prices/${id}`, { id, object: "price", unit_amount: 900, unit_amount_decimal: "900.50" });
  const seen = await observe(() => stripe().prices.retrieve(id));
  expect(seen.document.unit_amount_decimal).toBe("900.5");
});

function lastResponse(headers: Record<string, string>) {
  return { headers: { date: new Date().toUTCString(), ...headers }, requestId: "req_1", statusCode: 200 };
}
