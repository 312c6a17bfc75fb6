import { expect, test } from "vitest";
import { uncountedOf } from "@/lib/billing/plan/uncounted";

function line(amount: number, tax = 0, tax_behavior: "exclusive" | "inclusive" = "exclusive") {
  return { amount, taxes: tax ? [{ amount: tax, tax_behavior }] : null };
}

test("nothing is billed again of what was kept", () => {
  expect(uncountedOf([line(-900), line(1900)], 900)).toBe(0);
  expect(uncountedOf([line(1900)], 0)).toBe(0);
});

test("what wasn't kept is billed again, all of it at most", () => {
  expect(uncountedOf([line(-900), line(1900)], 400)).toBe(500);
  expect(uncountedOf([line(-900), line(1900)], -100)).toBe(900);
});

test("taxes on it come on top, unless the amount holds them", () => {
  expect(uncountedOf([line(-1000, -200), line(1900, 380)], 600)).toBe(500);
  expect(uncountedOf([line(-1200, -200, "inclusive")], 600)).toBe(600);
});
