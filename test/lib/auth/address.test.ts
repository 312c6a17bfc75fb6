import { expect, test } from "vitest";
import { addressOf } from "@/lib/auth/address";

test("only the entry our own proxy wrote is believed", () => {
  const forged = new Headers({ "x-forwarded-for": "10.0.0.1, 10.0.0.2, 203.0.113.7" });
  expect(addressOf(forged)).toBe("203.0.113.7");
});

test("a request that names no address is counted with all the others like it", () => {
  expect(addressOf(new Headers())).toBe("unknown");
  expect(addressOf(new Headers({ "x-forwarded-for": " " }))).toBe("unknown");
});
