import { expect, test } from "vitest";
import { previousAttributes } from "@/emulator/events/previous-attributes";
import { letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

test("previous attributes hold what changed, and only that", () => {
  const before = {
    id: "x",
    a: 1,
    hash: { kept: 1, changed: 2 },
    list: [1, 2],
    metadata: {},
    same: { deep: [1] },
  };
  const after = {
    id: "x",
    a: 2,
    hash: { kept: 1, changed: 3 },
    list: [1, 3],
    metadata: { k: "v" },
    same: { deep: [1] },
  };
  expect(previousAttributes(before, after)).toEqual({
    a: 1,
    hash: { changed: 2 },
    list: [1, 2],
    metadata: { k: null },
  });
});

test("of a nested list the old members are given", () => {
  const list = (ids: string[]) => ({
    object: "list",
    data: ids,
    has_more: false,
    url: "/x",
    total_count: ids.length,
  });
  expect(previousAttributes({ items: list(["a"]) }, { items: list(["a", "b"]) })).toEqual({
    items: { data: ["a"] },
  });
});

test("an event carries its object as it was then, and whose request it was", async () => {
  const stripe = emulator.stripe("events");
  const customer = await stripe.customers.create({ name: "A", metadata: { a: "1" } });
  const updated = await stripe.customers.update(
    customer.id,
    { name: "B", metadata: { a: "", b: "2" } },
    { idempotencyKey: "mine" },
  );
  const [latest, first] = (await stripe.events.list()).data;
  expect(first).toMatchObject({ type: "customer.created", data: { object: { name: "A" } } });
  expect(first?.data).not.toHaveProperty("previous_attributes");
  expect(latest).toMatchObject({
    api_version: "2026-10-28.endive",
    data: { object: { name: "B" }, previous_attributes: { name: "A", metadata: { a: "1", b: null } } },
    request: { id: updated.lastResponse.requestId, idempotency_key: "mine" },
    type: "customer.updated",
  });
});

test("a change that changes nothing is no event", async () => {
  const stripe = emulator.stripe("unchanged");
  const customer = await stripe.customers.create({ name: "A" });
  await stripe.customers.update(customer.id, { name: "A" });
  expect((await stripe.events.list()).data).toHaveLength(1);
});

test("deleting tells the whole object, and has no idempotency key", async () => {
  const stripe = emulator.stripe("deleted");
  const customer = await stripe.customers.create({ name: "A" });
  await stripe.customers.del(customer.id);
  const [event] = (await stripe.events.list()).data;
  expect(event).toMatchObject({
    type: "customer.deleted",
    data: { object: { name: "A" } },
    request: { idempotency_key: null },
  });
  expect(event?.data.object).not.toHaveProperty("deleted");
});

test("events are found by type, by several, and by the beginning of one", async () => {
  const stripe = emulator.stripe("types");
  await stripe.customers.create();
  const product = await stripe.products.create({ name: "P" });
  await stripe.products.update(product.id, { name: "Q" });
  const typesOf = async (params: { type?: string; types?: string[] }) =>
    (await stripe.events.list(params)).data.map((event) => event.type);
  expect(await typesOf({ type: "customer.created" })).toEqual(["customer.created"]);
  expect(await typesOf({ type: "product.*" })).toEqual(["product.updated", "product.created"]);
  expect(await typesOf({ types: ["product.updated", "customer.created"] })).toEqual([
    "product.updated",
    "customer.created",
  ]);
  await expect(typesOf({ type: "a", types: ["b"] })).rejects.toThrow("only specify one");
});

test("events are listed for 30 days of the account's time, and those of a test clock whatever it says", async () => {
  const stripe = emulator.stripe("moved");
  const { id: test_clock } = await stripe.testHelpers.testClocks.create({ frozen_time: 1_577_836_800 });
  await stripe.customers.create({ test_clock });
  await stripe.customers.create();
  const listed = async () => (await stripe.events.list({ type: "customer.created" })).data.length;
  expect(await listed()).toBe(2);
  await letPass(emulator, "moved", 40 * 86_400);
  expect(await listed()).toBe(1);
});
