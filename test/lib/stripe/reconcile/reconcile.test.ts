import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import type { Document } from "@/db/schema/stripe/mirror-table";
import type { MirroredType } from "@/lib/stripe/mirror/registry";
import { writeRows } from "@/lib/stripe/mirror/write";
import {
  type Comparing,
  isInOrder,
  type ReconcileOptions,
  reconcile,
} from "@/lib/stripe/reconcile/reconcile";
import { describeDrift, driftAsJson } from "@/scripts/progress/drift";
import { useTestDatabase } from "@/test/support/use-database";
import { now } from "../support/events";
import { type Lists, pageOf } from "../support/fake-lists";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();
let lists: Lists;

beforeEach(async () => {
  await db.execute(
    sql`truncate stripe.products, stripe.subscriptions, stripe.charges, stripe.mirrored_account`,
  );
  lists = new Map();
  stripe.answers((path, query) => {
    const at = path.lastIndexOf("/");
    const one = lists.get(path.slice(0, at))?.find(({ id }) => id === path.slice(at + 1));
    if (one) return { body: one };
    return /\/(prod|cus|sub|ch)_[^/]*$/.test(path) ? missing(path) : pageOf(lists, path, query);
  });
});

function missing(path: string) {
  return {
    status: 404,
    body: { error: { type: "invalid_request_error", code: "resource_missing", message: path } },
  };
}

const longAgo = { from: now() - 600 };

/** Rows as the mirror has had them since a while, or since other times. */
const hold = (
  type: MirroredType,
  documents: Document[],
  { from, to = from + 1 }: { from: number; to?: number } = longAgo,
) =>
  writeRows(
    db,
    type,
    documents.map((document) => ({ type, document, from, to, deleted: false })),
  );

const product = (id: string, name: string) => ({ id, object: "product", name });
const look = (given: ReconcileOptions = {}) => reconcile({ types: ["product"], grace: 0, ...given });
const rows = async () => [
  ...(await db.execute(
    sql`select id, name, deleted_at is not null as deleted from stripe.products order by id`,
  )),
];

test("what is the same is no drift", async () => {
  lists.set("/v1/products", [product("prod_1", "Reader")]);
  await hold("product", [product("prod_1", "Reader")]);
  const found = await look();
  expect(found.every(isInOrder)).toBe(true);
  expect(describeDrift(found)).toBe("product: 1 compared, no drift");
});

test("drift is told by kind and id, and left alone", async () => {
  lists.set("/v1/products", [
    product("prod_new", "New"),
    product("prod_old", "Renamed"),
    product("prod_same", "Same"),
  ]);
  await hold("product", [
    product("prod_old", "Old"),
    product("prod_same", "Same"),
    product("prod_gone", "Gone"),
  ]);
  const before = await rows();
  const found = await look();
  expect(describeDrift(found)).toBe(
    [
      "product: 3 compared, 1 missing, 1 stale, 1 gone upstream",
      "  missing (1): prod_new",
      "  stale (1): prod_old",
      "  gone upstream (1): prod_gone",
      "",
      "Repair it with: npm run stripe:reconcile -- --fix",
    ].join("\n"),
  );
  expect(JSON.parse(driftAsJson(found))).toEqual({
    inOrder: false,
    types: {
      product: {
        compared: 3,
        drift: {
          missing: { count: 1, ids: ["prod_new"] },
          stale: { count: 1, ids: ["prod_old"] },
          gone: { count: 1, ids: ["prod_gone"] },
        },
        repaired: false,
      },
    },
  });
  expect(await rows()).toEqual(before);
});

test("repaired, the mirror is as Stripe is, and a second look finds nothing", async () => {
  lists.set("/v1/products", [product("prod_new", "New"), product("prod_old", "Renamed")]);
  await hold("product", [product("prod_old", "Old"), product("prod_gone", "Gone")]);
  const found = await look({ fix: true });
  expect(found.every(isInOrder)).toBe(true);
  expect(describeDrift(found)).toContain("1 missing, 1 stale, 1 gone upstream, repaired");
  expect(await rows()).toEqual([
    { id: "prod_gone", name: "Gone", deleted: true },
    { id: "prod_new", name: "New", deleted: false },
    { id: "prod_old", name: "Renamed", deleted: false },
  ]);
  expect(describeDrift(await look())).toBe("product: 2 compared, no drift");
});

test("what the mirror took for deleted and Stripe still has is stale", async () => {
  lists.set("/v1/products", [product("prod_1", "Reader")]);
  const document = product("prod_1", "Reader");
  await writeRows(db, "product", [
    { type: "product", document, from: now() - 600, to: now() - 599, deleted: true },
  ]);
  expect((await look({ fix: true }))[0]?.drift.stale.ids).toEqual(["prod_1"]);
  expect(await rows()).toEqual([{ id: "prod_1", name: "Reader", deleted: false }]);
});

test("a row that is newer than the list is no drift", async () => {
  lists.set("/v1/products", [product("prod_1", "Old")]);
  await hold("product", [product("prod_1", "New"), product("prod_2", "Made since")], { from: now() + 30 });
  expect(describeDrift(await look())).toBe("product: 1 compared, no drift");
});

test("a row of the same second as the list is judged by another look at Stripe", async () => {
  lists.set("/v1/products", [product("prod_same", "As Stripe has it"), product("prod_1", "Renamed")]);
  await hold("product", [product("prod_same", "As Stripe has it"), product("prod_1", "Old")], {
    from: now(),
    to: now() + 5,
  });
  const [found] = await look();
  expect(found?.drift.stale.ids).toEqual(["prod_1"]);
});

test("an event that arrives while we look makes no drift", async () => {
  lists.set("/v1/products", [product("prod_1", "Renamed")]);
  await hold("product", [product("prod_1", "Old")]);
  let compared = false;
  const byList = (path: string, query: URLSearchParams) => {
    compared = true;
    return pageOf(lists, path, query);
  };
  stripe.answers(byList);
  const run = look({ grace: 300 });
  await expect.poll(() => compared).toBe(true);
  await hold("product", [product("prod_1", "Renamed")], { from: now() - 5 });
  expect(describeDrift(await run)).toBe("product: 1 compared, no drift");
});

test("an object that Stripe's list leaves out but still has is not gone", async () => {
  await hold("product", [product("prod_1", "Reader")]);
  stripe.answers((path, query) =>
    path === "/v1/products/prod_1" ? { body: product("prod_1", "Reader") } : pageOf(lists, path, query),
  );
  expect(describeDrift(await look())).toBe("product: 0 compared, no drift");
});

test("links that Stripe makes anew for each answer are no drift", async () => {
  const charge = { id: "ch_1", object: "charge", amount: 900 };
  lists.set("/v1/charges", [{ ...charge, receipt_url: "https://pay.stripe.com/receipts/2" }]);
  await hold("charge", [{ ...charge, receipt_url: "https://pay.stripe.com/receipts/1" }]);
  expect(describeDrift(await look({ types: ["charge"] }))).toBe("charge: 1 compared, no drift");
});

test("a lost cancellation is repaired", async () => {
  const subscription = { id: "sub_1", object: "subscription", customer: "cus_1", status: "active" };
  await hold("subscription", [subscription]);
  lists.set("/v1/subscriptions", [{ ...subscription, status: "canceled" }]);
  const [found] = await look({ types: ["subscription"], fix: true });
  expect(found?.drift.stale.ids).toEqual(["sub_1"]);
  expect([...(await db.execute(sql`select status from stripe.subscriptions`))]).toEqual([
    { status: "canceled" },
  ]);
});

test("of many ids the first are told, unless all are asked for", async () => {
  lists.set(
    "/v1/products",
    Array.from({ length: 30 }, (_, n) => product(`prod_${n}`, "New")),
  );
  const [found] = await look();
  expect(found?.drift.missing).toMatchObject({ count: 30 });
  expect(found?.drift.missing.ids).toHaveLength(10);
  expect(describeDrift(await look())).toContain(" and 20 more (--verbose)");
  expect((await look({ ids: Number.POSITIVE_INFINITY }))[0]?.drift.missing.ids).toHaveLength(30);
});

test("a type that can't be compared is told of, is not in order, and stops no other", async () => {
  lists.set("/v1/products", [product("prod_1", "Reader")]);
  await hold("product", [product("prod_1", "Reader")]);
  stripe.answers((path, query) =>
    path === "/v1/charges"
      ? { status: 403, body: { error: { message: "This key may not." } } }
      : pageOf(lists, path, query),
  );
  const found = await look({ types: ["product", "charge"], fix: true });
  expect(found.map(isInOrder)).toEqual([true, false]);
  expect(describeDrift(found)).toContain("  could not be compared to the end: This key may not.");
});

test("rows of another account stop no other, and are never taken for deleted", async () => {
  const subscription = { id: "sub_other", object: "subscription", status: "active" };
  await hold("subscription", [subscription]);
  const [found] = await look({ types: ["subscription"], fix: true });
  expect(found?.error).toMatchObject({ name: "UnknownAtStripe" });
  expect([...(await db.execute(sql`select deleted_at from stripe.subscriptions`))]).toEqual([
    { deleted_at: null },
  ]);
});

test("with the key of another account nothing is compared, and nothing taken for deleted", async () => {
  let account = "acct_own";
  stripe.answers((path, query) =>
    path === "/v1/account" ? { body: { id: account, object: "account" } } : pageOf(lists, path, query),
  );
  await look();
  await hold("product", [product("prod_1", "Reader")]);
  account = "acct_other";
  await expect(look({ fix: true })).rejects.toThrow("acct_other");
  expect(await rows()).toEqual([{ id: "prod_1", name: "Reader", deleted: false }]);
});

test("who watches hears of each type how far it has come, measured by what the mirror holds", async () => {
  const names = Array.from({ length: 150 }, (_, n) => `prod_${String(n).padStart(3, "0")}`);
  await hold(
    "product",
    names.slice(0, 120).map((id) => product(id, "Pro")),
  );
  lists.set(
    "/v1/products",
    names.map((id) => product(id, "Pro")),
  );
  const steps: Comparing[] = [];
  await look({ types: ["product", "coupon"], watch: (step) => void steps.push(step) });
  const of = (type: string) => steps.filter((step) => step.type === type);
  expect(of("product").map(({ state }) => state)).toEqual(["waiting", "comparing", "comparing", "done"]);
  expect(of("product").map(({ compared }) => compared)).toEqual([0, 0, 150, 150]);
  expect(of("product").map(({ share }) => share)).toEqual([null, null, 1, 1]);
  expect(of("coupon").at(-1)).toEqual({ type: "coupon", state: "done", compared: 0, share: 1 });
});

test("who watches hears of what couldn't be compared that it failed", async () => {
  stripe.answers(() => ({ status: 403, body: { error: { message: "This key may not read products." } } }));
  const states: string[] = [];
  await look({ watch: ({ state }) => void states.push(state) });
  expect(states).toEqual(["waiting", "comparing", "failed"]);
});
