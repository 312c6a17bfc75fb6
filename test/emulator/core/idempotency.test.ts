import { expect, test } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

const post = (key: string, body: string, path = "/v1/customers") =>
  emulator.request("POST", path, { body, headers: { "Idempotency-Key": key } });

test("the same key gives the same answer, byte for byte", async () => {
  const first = await post("again", "name=A");
  const second = await post("again", "name=A");
  expect(second.text).toBe(first.text);
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(first.headers.get("original-request")).toBe(first.headers.get("request-id"));
  expect(second.headers.get("original-request")).toBe(first.headers.get("request-id"));
  expect(second.headers.get("request-id")).not.toBe(first.headers.get("request-id"));
  expect(second.headers.get("idempotency-key")).toBe("again");
});

test("many at once make one object", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post("crowd", "name=B&email=crowd@x.test")),
  );
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
  expect((await emulator.stripe().customers.list({ email: "crowd@x.test" })).data).toHaveLength(1);
});

test("a key is for one request: other parameters or another address are refused", async () => {
  await post("mine", "name=A");
  for (const other of [await post("mine", "name=B"), await post("mine", "name=A", "/v1/products")]) {
    expect(other.status).toBe(400);
    expect(other.json).toMatchObject({
      error: { type: "idempotency_error", message: expect.stringContaining("'mine'") },
    });
  }
});

test("the order of parameters doesn't matter", async () => {
  const first = await post("order", "name=A&email=a@x.test");
  expect((await post("order", "email=a@x.test&name=A")).text).toBe(first.text);
});

test("what was refused before it ran may be tried again, corrected", async () => {
  expect((await post("fixed", "nme=A")).status).toBe(400);
  expect((await post("fixed", "name=A")).status).toBe(200);
});

test("what failed while it ran fails the same way again", async () => {
  const body =
    "currency=usd&unit_amount=1&product_data[name]=P&recurring[interval]=year&recurring[interval_count]=9";
  const first = await post("failed", body, "/v1/prices");
  const second = await post("failed", body, "/v1/prices");
  expect([first.status, second.text]).toEqual([400, first.text]);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
});

test("another account's keys are its own", async () => {
  const first = await post("shared", "name=A");
  const headers = { "Idempotency-Key": "shared" };
  const other = await emulator.request("POST", "/v1/customers", {
    body: "name=B",
    headers,
    key: "sk_test_other",
  });
  expect(other.status).toBe(200);
  expect(other.json.id).not.toBe(first.json.id);
});

test("a key that is too long is refused", async () => {
  expect((await post("k".repeat(256), "name=A")).status).toBe(400);
});

test("only a POST is kept: a GET with a key is answered anew", async () => {
  const headers = { "Idempotency-Key": "again" };
  expect(
    (await emulator.request("GET", "/v1/customers", { headers })).headers.get("idempotent-replayed"),
  ).toBeNull();
});

test("a POST that ran tells clients not to retry it; one that was refused says nothing", async () => {
  const ran = await post("ran", "name=A");
  expect(ran.headers.get("stripe-should-retry")).toBe("false");
  const refused = await post("refused", "nme=A");
  expect(refused.headers.get("stripe-should-retry")).toBeNull();
});
