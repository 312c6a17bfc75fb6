import { expect, test } from "vitest";
import { startOfDay } from "@/scripts/support/day";

test("a day begins at midnight, UTC", () => {
  expect(startOfDay("2028-02-29")).toBe(Date.UTC(2028, 1, 29));
});

test.each(["2026-02-31", "2027-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00", "tomorrow", ""])(
  "%j is no day",
  (day) => {
    expect(startOfDay(day)).toBeNull();
  },
);
