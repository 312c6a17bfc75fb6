import { expect, test } from "vitest";
import { renewalDate } from "@/lib/billing/plan/renewal-date";

const on = (date: string) => new Date(`${date}T10:00:00Z`);

test("a plan renews on the same day of the next month or year", () => {
  expect(renewalDate(on("2026-05-03"), "month")).toEqual(on("2026-06-03"));
  expect(renewalDate(on("2026-12-15"), "month")).toEqual(on("2027-01-15"));
  expect(renewalDate(on("2026-05-03"), "year")).toEqual(on("2027-05-03"));
});

test("it renews on the last day of a month that is too short", () => {
  expect(renewalDate(on("2026-01-31"), "month")).toEqual(on("2026-02-28"));
  expect(renewalDate(on("2028-02-29"), "year")).toEqual(on("2029-02-28"));
  expect(renewalDate(on("2026-08-31"), "month")).toEqual(on("2026-09-30"));
});
