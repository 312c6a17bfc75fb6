import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstPeriod, nextPeriod, periodEnd, type Recurrence } from "@/emulator/billing/periods";

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const monthly: Recurrence = { interval: "month", count: 1 };
const yearly: Recurrence = { interval: "year", count: 1 };

describe("a billing period", () => {
  it.each([
    ["2026-01-31T10:00:00", "2026-02-28T10:00:00"],
    ["2028-01-31T10:00:00", "2028-02-29T10:00:00"],
    ["2026-12-15T23:59:59", "2027-01-15T23:59:59"],
  ])("that starts on %s ends a month later on %s", (start, end) => {
    expect(periodEnd(at(start), monthly)).toBe(at(end));
  });

  it("returns to the anchor's day after a shorter month", () => {
    const anchor = at("2026-01-31T10:00:00");
    const february = { start: anchor, end: periodEnd(anchor, monthly) };
    expect(nextPeriod(february, monthly, anchor).end).toBe(at("2026-03-31T10:00:00"));
  });

  it("anchored on a leap day ends on 28 February in common years and on the 29th in the next leap year", () => {
    const anchor = at("2024-02-29T00:00:00");
    let period = { start: anchor, end: periodEnd(anchor, yearly) };
    const ends = [period.end];
    for (let year = 0; year < 3; year++) {
      period = nextPeriod(period, yearly, anchor);
      ends.push(period.end);
    }
    expect(ends).toEqual(
      ["2025-02-28T00:00:00", "2026-02-28T00:00:00", "2027-02-28T00:00:00", "2028-02-29T00:00:00"].map(at),
    );
  });

  it("of weeks and days is counted in seconds", () => {
    expect(periodEnd(1000, { interval: "week", count: 2 })).toBe(1000 + 14 * 86_400);
    expect(periodEnd(1000, { interval: "day", count: 3 })).toBe(1000 + 3 * 86_400);
  });

  it("runs from a start up to an anchor that lies ahead", () => {
    expect(firstPeriod(at("2026-03-10T00:00:00"), monthly, at("2026-04-01T00:00:00"))).toEqual({
      start: at("2026-03-10T00:00:00"),
      end: at("2026-04-01T00:00:00"),
    });
  });

  it("never depends on how many periods came before it", () => {
    const recurrences = fc.record({
      interval: fc.constantFrom("day", "week", "month", "year"),
      count: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 }), recurrences, fc.nat(30), (anchor, one, periods) => {
        let period = { start: anchor, end: periodEnd(anchor, one) };
        for (let passed = 1; passed < periods; passed++) period = nextPeriod(period, one, anchor);
        const all = { ...one, count: one.count * Math.max(1, periods) };
        expect(period.end).toBe(periodEnd(anchor, all));
        expect(period.end).toBeGreaterThan(period.start);
      }),
    );
  });
});
