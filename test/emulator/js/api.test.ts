import { expect, test } from "vitest";
import { encodeForm } from "@/emulator/js/api";

test("nested parameters become bracketed keys", () => {
  const form = encodeForm({
    card: { number: "4242", exp_year: 2034 },
    expand: ["a", "b"],
    use_stripe_sdk: true,
  });
  expect([...form]).toEqual([
    ["card[number]", "4242"],
    ["card[exp_year]", "2034"],
    ["expand[0]", "a"],
    ["expand[1]", "b"],
    ["use_stripe_sdk", "true"],
  ]);
});

test("what is undefined is left out, and what is null unsets", () => {
  expect([...encodeForm({ a: undefined, b: { c: undefined }, d: null })]).toEqual([["d", ""]]);
});
