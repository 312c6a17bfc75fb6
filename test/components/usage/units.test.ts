import { expect, test } from "vitest";
import { units } from "@/components/usage/units";
import { meterWords } from "@/lib/billing/usage/meter-words";

test("what a meter counts is called by its unit, one of it alone", () => {
  const { unit } = meterWords("api_calls");
  expect([1, 0, 1250].map((count) => units(count, unit, "en-US"))).toEqual([
    "1 call",
    "0 calls",
    "1,250 calls",
  ]);
});

test("a meter that the configuration doesn't know has its name from Stripe", () => {
  expect(meterWords("toString")).toEqual({ name: "toString", unit: "unit" });
});
