import Stripe from "stripe";
import { afterEach, expect, test, vi } from "vitest";
import { answerOf, keyOf } from "@/components/account/answers";
import { orTrouble } from "@/lib/billing/trouble";

afterEach(() => void vi.restoreAllMocks());

test("what Stripe has refused isn't said to be a matter of waiting", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { StripeInvalidRequestError, StripeConnectionError } = Stripe.errors;
  const said = async (error: Error) =>
    answerOf(keyOf(await orTrouble(async (): Promise<{ outcome: "kept" }> => Promise.reject(error))));
  const refused = new StripeInvalidRequestError({ message: "no", type: "invalid_request_error" });
  expect(await said(refused)).toMatchObject({ title: "Our payment service refused this" });
  const away = new StripeConnectionError({ message: "gone", type: "api_error" });
  expect(await said(away)).toMatchObject({ title: "Our payment service can't be reached" });
  const lost = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(await said(lost)).toMatchObject({ title: "Our records can't be reached" });
});

test("what ended well is said by its own name, and an address names no other answers", () => {
  expect(answerOf(keyOf({ outcome: "kept" }))).toMatchObject({ tone: "good" });
  expect(answerOf(keyOf("changed"))).toMatchObject({ tone: "warn" });
  for (const said of [undefined, "", "toString", ["kept"]]) expect(answerOf(said)).toBeNull();
});
