import { expect, it } from "vitest";
import { formatDate } from "@/lib/locale/date";

const now = new Date("2026-11-22T12:00:00Z");

it("a date of this year is a day and a month, in the visitor's own words", () => {
  const date = new Date("2026-12-03T00:30:00Z");
  expect(formatDate(date, "en-GB", now)).toBe("3 December");
  expect(formatDate(date, "en-US", now)).toBe("December 3");
  expect(formatDate(date, "de-CH", now)).toBe("3. Dezember");
});

it("a date of another year says which", () => {
  expect(formatDate(new Date("2027-05-03T23:59:59Z"), "en-GB", now)).toBe("3 May 2027");
});
