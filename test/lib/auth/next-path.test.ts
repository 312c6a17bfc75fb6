import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeNext, signInPath, signUpPath } from "@/lib/auth/next-path";

const hostile = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%0d%0aSet-Cookie:a=b\r\n",
  "https://evil.example/checkout",
  "http:/evil.example",
  "javascript:alert(1)",
  "data:text/html,hi",
  " /checkout",
  "checkout",
  "@evil.example",
  "/\u0000",
  `/${"a".repeat(2000)}`,
  "",
  undefined,
  null,
  ["/library", "//evil.example"],
];

describe("safeNext", () => {
  test.each(hostile)("refuses %j", (value) => {
    expect(safeNext(value, "/account")).toBe("/account");
  });

  test.each([
    "/",
    "/checkout?price=reader_monthly",
    "/library/a-slug#notes",
    "/search?q=a%2F%2Fb",
    "/%2F%2Fevil.example",
  ])("keeps %j", (value) => {
    expect(safeNext(value, "/account")).toBe(value);
  });

  test("never leads to another site, whatever is given", () => {
    const bits = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      ":",
      "@",
      "%2f",
      "\t",
      "evil.example",
      "?",
      "#",
      "javascript",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        const next = safeNext(parts.join(""), "/account");
        expect(new URL(next, "http://ours.example").origin).toBe("http://ours.example");
      }),
      { numRuns: 2000 },
    );
  });
});

test("the way to sign in carries where to come back to", () => {
  expect(signInPath("/checkout?price=reader_monthly")).toBe(
    "/sign-in?next=%2Fcheckout%3Fprice%3Dreader_monthly",
  );
  expect(signUpPath()).toBe("/sign-up");
});
