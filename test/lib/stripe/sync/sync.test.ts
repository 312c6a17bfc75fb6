import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { prices } from "@/db/schema/stripe/catalogue";
import { customers, paymentMethods } from "@/db/schema/stripe/people";
import { progress } from "@/db/schema/stripe/progress";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { type Synced, syncMirror } from "@/lib/stripe/sync/sync";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { type Lists, many, pageOf } from "../support/fake-lists";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();

let lists: Lists;
/** The queries asked of the list of customers. */
let queries: URLSearchParams[];

beforeEach(async () => {
  await db.execute(sql`truncate stripe.customers, stripe.payment_methods, stripe.prices, stripe.progress`);
  // No wait between attempts.
  vi.spyOn(Math, "random").mockReturnValue(0);
  lists = new Map([["/v1/customers", many("customer", 1_250)]]);
  queries = [];
  stripe.answers((path, query) => {
    if (path === "/v1/customers") queries.push(query);
    return pageOf(lists, path, query);
  });
});

const states = (done: Synced[]) => Object.fromEntries(done.map(({ type, state }) => [type, state]));
const cursors = () => queries.map((query) => query.get("starting_after"));

test("every page is taken in, and told of as it goes", async () => {
  const rows: number[] = [];
  const [done] = await syncMirror({ types: ["customer"], watch: (step) => rows.push(step.rows) });
  expect(done).toMatchObject({ state: "done", rows: 1_250, share: 1 });
  expect(await db.$count(customers)).toBe(1_250);
  expect(rows).toEqual([0, 500, 1_000, 1_250, 1_250]);
});

test("objects that are listed by their owner follow the owners of the same run", async () => {
  lists.set("/v1/customers", many("customer", 3));
  for (const { id } of many("customer", 3)) {
    lists.set(`/v1/customers/${id}/payment_methods`, [
      { id: `pm_${id}`, object: "payment_method", customer: id },
    ]);
  }
  const done = await syncMirror({ types: ["payment_method", "customer"] });
  expect(states(done)).toEqual({ payment_method: "done", customer: "done" });
  expect(await db.$count(paymentMethods)).toBe(3);
});

test("a card removed while a customer's are read costs another reading of them, and loses none", async () => {
  const path = "/v1/customers/customer_00001/payment_methods";
  const cards = many("payment_method", 150, { customer: "customer_00001" });
  lists.set("/v1/customers", many("customer", 1)).set(path, cards);
  stripe.answers((asked, query) => {
    const after = query.get("starting_after");
    if (asked === path && after)
      lists.set(
        path,
        cards.filter(({ id }) => id !== "payment_method_00051"),
      );
    return pageOf(lists, asked, query);
  });
  const done = await syncMirror({ types: ["customer", "payment_method"] });
  expect(states(done)).toEqual({ customer: "done", payment_method: "done" });
  expect(await db.$count(paymentMethods)).toBe(149);
});

test("prices that are sold no more are asked for by name", async () => {
  const asked: (string | null)[] = [];
  stripe.answers((path, query) => {
    if (path !== "/v1/prices") return pageOf(lists, path, query);
    asked.push(query.get("active"));
    const price = { id: `price_${query.get("active")}`, object: "price", currency_options: {} };
    return { body: { object: "list", url: path, data: [price], has_more: false } };
  });
  await syncMirror({ types: ["price"] });
  expect(asked).toEqual(["true", "false"]);
  expect(await db.$count(prices)).toBe(2);
});

test("what is on a test clock is asked for by its clock", async () => {
  lists.set("/v1/test_helpers/test_clocks", [{ id: "clock_1", object: "test_helpers.test_clock" }]);
  lists.set("/v1/customers", many("customer", 2));
  await syncMirror({ types: ["customer"] });
  expect(queries.map((query) => query.get("test_clock"))).toEqual([null, "clock_1"]);
});

test("a page that fails is not counted as done, stops no other type, and is where the next run begins", async () => {
  const failing = "customer_00651";
  stripe.answers((path, query) => {
    if (query.get("starting_after") === failing)
      return { status: 400, body: { error: { message: "broken" } } };
    return pageOf(lists, path, query);
  });
  lists.set("/v1/coupons", many("coupon", 3));
  const done = await syncMirror({ types: ["customer", "coupon"] });
  expect(states(done)).toEqual({ customer: "failed", coupon: "done" });
  expect(done[0]?.error).toMatchObject({ message: "broken" });
  expect(await db.$count(customers)).toBe(600);
  const [noted] = await db.select().from(progress).where(sql`type = 'customer'`);
  expect(noted).toMatchObject({ completeUntil: null, position: { section: "", after: "customer_00651" } });
});

test("what the database refuses is not counted as done, and is where the next run begins", async () => {
  const whole = lists.get("/v1/customers") ?? [];
  const ill = whole.map((one) => (one.id === "customer_00600" ? { ...one, balance: "much" } : one));
  lists.set("/v1/customers", ill);
  expect(states(await syncMirror({ types: ["customer"] }))).toEqual({ customer: "failed" });
  expect(await db.$count(customers)).toBe(500);
  const [noted] = await db.select().from(progress).where(sql`type = 'customer'`);
  expect(noted).toMatchObject({ completeUntil: null, rows: 500, position: { after: "customer_00751" } });
  lists.set("/v1/customers", whole);
  expect(await syncMirror({ types: ["customer"] })).toMatchObject([{ state: "done", rows: 1_250 }]);
  expect(await db.$count(customers)).toBe(1_250);
});

test("the run after a failure reads what was left, and nothing twice", async () => {
  let broken = true;
  stripe.answers((path, query) => {
    if (path === "/v1/customers") queries.push(query);
    const fails = broken && query.get("starting_after") === "customer_00251";
    return fails ? { status: 400, body: { error: { message: "broken" } } } : pageOf(lists, path, query);
  });
  await syncMirror({ types: ["customer"] });
  broken = false;
  queries = [];
  const [done] = await syncMirror({ types: ["customer"] });
  expect(done).toMatchObject({ state: "done", rows: 1_250 });
  expect(cursors()).toEqual(["customer_00251", "customer_00151", "customer_00051"]);
  expect(await db.$count(customers)).toBe(1_250);
});

test("broken connections are sat out", async () => {
  let breaks = 0;
  stripe.answers((path, query) => {
    breaks = query.get("starting_after") === "customer_00951" ? breaks + 1 : 0;
    return { ...pageOf(lists, path, query), cut: breaks > 0 && breaks < 5 };
  });
  const [done] = await syncMirror({ types: ["customer"] });
  expect(done).toMatchObject({ state: "done", rows: 1_250 });
});

test("a storm of 429, locks and failures is sat out", async () => {
  const faults = [429, 429, 409, 500, 503];
  let left = [...faults];
  stripe.answers((path, query) => {
    if (path !== "/v1/customers") return pageOf(lists, path, query);
    queries.push(query);
    const status = left.shift();
    if (status) return { status, body: { error: { type: "api_error", message: "not now" } } };
    left = [...faults];
    return pageOf(lists, path, query);
  });
  const [done] = await syncMirror({ types: ["customer"] });
  expect(done).toMatchObject({ state: "done", rows: 1_250 });
  expect(queries).toHaveLength(13 * (faults.length + 1));
});

test.each([429, 503])(
  "what never passes, %s, is asked for a bounded number of times, and not by the SDK besides",
  async (status) => {
    stripe.answers((path, query) => {
      if (path !== "/v1/customers") return pageOf(lists, path, query);
      queries.push(query);
      return { status, body: { error: { message: "not now" } } };
    });
    const [done] = await syncMirror({ types: ["customer"] });
    expect(done).toMatchObject({ state: "failed", error: { statusCode: status } });
    expect(queries).toHaveLength(8);
  },
);

test("a refusal that won't pass is asked for once", async () => {
  stripe.answers((path, query) => {
    queries.push(query);
    return path === "/v1/customers"
      ? { status: 401, body: { error: { message: "No such key" } } }
      : pageOf(lists, path, query);
  });
  await syncMirror({ types: ["coupon", "customer"] });
  expect(queries.filter((query) => query.has("limit"))).toHaveLength(3);
});

test("after a finished run only what is new is asked for, unless all is", async () => {
  await syncMirror({ types: ["customer"] });
  queries = [];
  const [again] = await syncMirror({ types: ["customer"] });
  const since = Number(queries[0]?.get("created[gte]"));
  // An hour is read again.
  expect(Date.now() / 1000 - since).toBeGreaterThan(3_590);
  expect(Date.now() / 1000 - since).toBeLessThan(3_660);
  expect(again?.rows).toBe(1_250);
  queries = [];
  await syncMirror({ types: ["customer"], full: true });
  expect(queries[0]?.has("created[gte]")).toBe(false);
});

test("of another account everything is read, whatever was of the one before", async () => {
  let account = "acct_own";
  stripe.answers((path, query) => {
    if (path === "/v1/account") return { body: { id: account, object: "account" } };
    if (path === "/v1/customers") queries.push(query);
    return pageOf(lists, path, query);
  });
  lists.set("/v1/customers", many("customer", 3));
  const since = async () => {
    queries.length = 0;
    await syncMirror({ types: ["customer"] });
    return queries.map((query) => query.has("created[gte]"));
  };
  expect(await since()).toEqual([false]);
  expect(await since()).toEqual([true]);
  account = "acct_other";
  expect(await since()).toEqual([false]);
  await db.execute(sql`truncate stripe.mirrored_account`);
});

test("a full reading isn't satisfied by the rest of one of what is new", async () => {
  await syncMirror({ types: ["customer"] });
  stripe.answers((path, query) =>
    path === "/v1/customers"
      ? { status: 400, body: { error: { message: "broken" } } }
      : pageOf(lists, path, query),
  );
  await syncMirror({ types: ["customer"] });
  stripe.answers((path, query) => {
    queries.push(query);
    return pageOf(lists, path, query);
  });
  queries = [];
  await syncMirror({ types: ["customer"], full: true });
  expect(queries.some((query) => query.has("created[gte]"))).toBe(false);
});

test("an entry that is deleted while the list holds on to it costs a new beginning, and loses nothing", async () => {
  let deleted = false;
  stripe.answers((path, query) => {
    const page = pageOf(lists, path, query);
    if (!deleted && query.get("starting_after") === "customer_00951") {
      deleted = true;
      lists.set(
        "/v1/customers",
        (lists.get("/v1/customers") ?? []).filter(({ id }) => id !== "customer_00951"),
      );
      return pageOf(lists, path, query);
    }
    return page;
  });
  const [done] = await syncMirror({ types: ["customer"] });
  expect(done).toMatchObject({ state: "done", rows: 1_249 });
  expect(await db.$count(customers)).toBe(1_250);
});

test("called off, it ends with the reason, and the next run goes on from there", async () => {
  const controller = new AbortController();
  stripe.answers((path, query) => {
    if (query.get("starting_after") === "customer_00551") controller.abort(new Error("enough"));
    return pageOf(lists, path, query);
  });
  const run = syncMirror({ types: ["customer"], signal: controller.signal });
  await expect(run).rejects.toThrow("enough");
  expect(await db.$count(customers)).toBe(800);
  const [done] = await syncMirror({ types: ["customer"] });
  expect(done).toMatchObject({ state: "done", rows: 1_250 });
});

test("two at once: the second is told, and the first goes on", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  stripe.answers(async (path, query) => {
    if (path === "/v1/customers") await held;
    return pageOf(lists, path, query);
  });
  const first = syncMirror({ types: ["customer"] });
  await eventually(() => expect(stripe.asked).toContain("/v1/customers"));
  await expect(syncMirror({ types: ["customer"] })).rejects.toThrow(AlreadyUnderWay);
  release();
  expect((await first)[0]?.state).toBe("done");
  expect((await syncMirror({ types: ["customer"] }))[0]?.state).toBe("done");
});

test("all types together keep to one rate", async () => {
  lists.clear();
  const types = ["customer", "coupon", "tax_rate", "promotion_code", "invoice"] as const;
  const began = performance.now();
  await syncMirror({ types, perSecond: 50 });
  // Seven requests: the account is asked for, and the test clocks of the customers. The first goes at once.
  expect(performance.now() - began).toBeGreaterThan(6 * 20 - 5);
});
