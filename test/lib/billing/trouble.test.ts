import Stripe from "stripe";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionLost } from "@/db/connection";
import { isForOthers, isSpent } from "@/lib/billing/spent-key";
import { orTrouble } from "@/lib/billing/trouble";

const log = vi.spyOn(console, "error");
beforeEach(() => void log.mockImplementation(() => {}));
afterEach(() => void log.mockReset());

const failing = (error: unknown) => orTrouble(() => Promise.reject(error));
const {
  StripeError,
  StripeConnectionError,
  StripeAPIError,
  StripeInvalidRequestError,
  StripeIdempotencyError,
} = Stripe.errors;

test("what works is passed through", async () => {
  expect(await orTrouble(async () => ({ outcome: "kept" }))).toEqual({ outcome: "kept" });
  expect(log).not.toHaveBeenCalled();
});

test("a Stripe that doesn't answer is said and reported", async () => {
  for (const error of [
    new StripeConnectionError({ message: "gone", type: "api_error" }),
    new StripeAPIError({ message: "broken", type: "api_error" }),
  ]) {
    expect(await failing(error)).toMatchObject({ title: "Our payment service can't be reached" });
    expect(log).toHaveBeenLastCalledWith(expect.any(String), error);
  }
});

test("a refusal of Stripe's isn't blamed on the connection", async () => {
  const error = new StripeInvalidRequestError({ message: "no", type: "invalid_request_error" });
  expect(await failing(error)).toMatchObject({ title: "Our payment service refused this" });
});

test("what another request does at this moment isn't called refused: it can be asked again", async () => {
  const inUse = { message: "in use", type: "invalid_request_error", code: "idempotency_key_in_use" } as const;
  // Whatever its body says, the SDK makes the error of a 409 by its status.
  const conflict = StripeError.generate({ ...inUse, statusCode: 409 });
  for (const error of [conflict, new StripeInvalidRequestError(inUse), new StripeIdempotencyError(inUse)]) {
    const said = await failing(error);
    expect(said).toMatchObject({ title: "This is being done already" });
    expect(said).toMatchObject({ text: expect.stringContaining("Try again in a minute") });
    expect([isSpent(error), isForOthers(error)]).toEqual([false, false]);
  }
});

test("a database that is gone is found behind what wraps its error", async () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const wrapped = new Error("Failed query", { cause: refused });
  expect(await failing(wrapped)).toMatchObject({ title: "Our records can't be reached" });
});

test("a database that goes away in the middle of a statement, or gives no answer, is said too", async () => {
  const wrapped = new Error("Failed query", { cause: new ConnectionLost() });
  expect(await failing(wrapped)).toMatchObject({ title: "Our records can't be reached" });
});

test("a fault of ours is thrown on", async () => {
  const unique = Object.assign(new Error("duplicate key"), { code: "23505" });
  await expect(failing(unique)).rejects.toBe(unique);
  await expect(failing(new TypeError("x is undefined"))).rejects.toThrow(TypeError);
});
