import { expect, test } from "vitest";
import { databaseName } from "@/scripts/services/database";

test("what is mirrored of Stripe is kept apart from what is mirrored of the stand-in", () => {
  const STRIPE_EMULATOR_URL = "http://localhost:12111";
  expect(databaseName({})).toBe("gatehouse");
  expect(databaseName({ STRIPE_EMULATOR_URL })).toBe("gatehouse");
  expect(databaseName({ STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY: "sk_test_other" })).toBe("gatehouse");
  expect(databaseName({ STRIPE_SECRET_KEY: "" })).toBe("gatehouse");
  expect(databaseName({ STRIPE_SECRET_KEY: "sk_test_51Hxyz" })).toBe("gatehouse_stripe");
});
