import { describe, expect, test } from "vitest";
import { layered } from "@/emulator/js/layered";
import { withCollected } from "@/emulator/js/stripe/collected";

const COLLECTED = {
  billing_details: { email: "ada@example.com", address: { country: "US", city: "Boston" } },
  shipping: { name: "Ada" },
};

test("layers keep what is below where nothing is above", () => {
  const below = { a: 1, deep: { b: 2, c: 3 }, list: ["x"] };
  const above = { deep: { b: 4, c: undefined }, list: ["y"], d: null };
  expect(layered(below, above)).toEqual({ a: 1, deep: { b: 4, c: 3 }, list: ["y"], d: null });
});

describe("what the elements say", () => {
  test("goes with a payment, where the page doesn't say otherwise", () => {
    const given = { payment_method_data: { billing_details: { address: { city: "Salem" } } } };
    expect(withCollected("confirm_payment_intent", given, COLLECTED)).toEqual({
      payment_method_data: {
        billing_details: { email: "ada@example.com", address: { country: "US", city: "Salem" } },
      },
      shipping: { name: "Ada" },
    });
  });

  test("goes with a set-up without its shipping address, which a set-up can't have", () => {
    expect(withCollected("confirm_setup_intent", {}, COLLECTED)).not.toHaveProperty("shipping");
  });

  test("describes a payment method at its top", () => {
    expect(withCollected("create_payment_method", {}, COLLECTED)).toEqual({
      billing_details: COLLECTED.billing_details,
    });
  });
});
