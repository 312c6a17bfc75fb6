import { beforeEach, expect, test, vi } from "vitest";
import type { Hooks } from "@/lib/stripe/webhooks/hooks";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
useFakeStripe();

const calls: string[] = [];
const hooks = {
  beforeValidation: () => void calls.push("before validation"),
  afterValidation: (verdict: { valid: boolean }) => void calls.push(`after validation: ${verdict.valid}`),
  beforeProcessing: () => void calls.push("before processing"),
  afterProcessing: (_: object, result: string) => void calls.push(`after processing: ${result}`),
  onError: (_: object, error: unknown) => void calls.push(`error: ${error}`),
};

beforeEach(() => {
  calls.length = 0;
});

test("each hook is called once for a webhook, a duplicate too", async () => {
  const sent = event("product.updated", { object: "gatehouse.nothing" });
  await receive(delivery(sent), { handlers: [], hooks });
  const before = ["before validation", "after validation: true", "before processing"];
  expect(calls).toEqual([...before, "after processing: processed"]);
  calls.length = 0;
  await receive(delivery(sent), { handlers: [], hooks });
  expect(calls).toEqual([...before, "after processing: duplicate"]);
});

test("a failed validation is told, and nothing after it", async () => {
  await receive(delivery(event("product.updated", {}), { secret: "whsec_wrong" }), { handlers: [], hooks });
  expect(calls).toEqual(["before validation", "after validation: false"]);
});

test("an error is told instead of the end", async () => {
  const handler = on("product.updated", async () => {
    throw new Error("no");
  });
  await receive(delivery(event("product.updated", { object: "x" })), { handlers: [handler], hooks });
  expect(calls.slice(2)).toEqual(["before processing", "error: Error: no"]);
});

test("a hook that throws, at once or later, goes to the log and changes nothing", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken: Hooks = {
    afterValidation() {
      throw new Error("at once");
    },
    beforeProcessing: () => Promise.reject(new Error("later")),
  };
  const response = await receive(delivery(event("product.updated", { object: "x" })), {
    handlers: [],
    hooks: broken,
  });
  expect(response.status).toBe(200);
  expect(log.mock.calls.map(([, error]) => String(error))).toEqual(["Error: at once", "Error: later"]);
});

test("the work waits for a hook that takes its time", async () => {
  const before = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    calls.push("it took its time");
  };
  await receive(delivery(event("product.updated", { object: "x" })), {
    handlers: [],
    hooks: { ...hooks, beforeProcessing: before },
  });
  expect(calls.slice(2)).toEqual(["it took its time", "after processing: processed"]);
});
