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

test("of an IPv6 address its network counts, since the rest is its holder's to choose", () => {
  const from = (address: string) => addressOf(new Headers({ "x-forwarded-for": address }));
  expect(from("2001:db8:12:3400::1")).toBe(from("2001:0DB8:0012:3400:ffff:1:2:3"));
  expect(from("2001:db8:12:3401::1")).not.toBe(from("2001:db8:12:3400::1"));
  expect(from("2001:db8::1")).toBe(from("2001:db8:0:0:9::"));
  expect(from("::ffff:203.0.113.7")).toBe("203.0.113.7");
});

test("an IPv4 address written as one of IPv6 is counted as itself, however it is written", () => {
  const from = (address: string) => addressOf(new Headers({ "x-forwarded-for": address }));
  for (const written of [
    "::ffff:cb00:7107",
    "::FFFF:CB00:7107",
    "0:0:0:0:0:ffff:cb00:7107",
    "::ffff:203.0.113.7",
  ])
    expect(from(written)).toBe("203.0.113.7");
  expect(from("::ffff:102:304")).toBe("1.2.3.4");
  // No mapped ones: something else stands before, or elsewhere.
  expect(from("::1:ffff:102:304")).toBe("0:0:0:0");
  expect(from("::ffff:0:102:304")).toBe("0:0:0:0");
});
