import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Pricing } from "@/emulator/billing/price-amount";
import { remainingTime, unusedTime } from "@/emulator/billing/proration";

const unit = (cents: number): Pricing => ({
  scheme: "per_unit",
  unitAmountDecimal: String(cents),
  transform: null,
});

/** Amounts seen on the real API, from recordings published by pay-rails/pay and Kiln-AI/stripe_world (MIT). */
describe("a prorated line, as recorded from Stripe", () => {
  const month = { start: 1790021304, end: 1792613304 };
  const sliver = 1792606824;

  it("rounds ties down: −2.5 to −3, 4.5 to 4", () => {
    expect(unusedTime(1000, month, sliver)).toBe(-3);
    expect(remainingTime(unit(1800), 1, month, sliver)).toBe(4);
  });

  it("takes back the whole old quantity and charges the whole new one", () => {
    expect(unusedTime(1000, month, sliver)).toBe(-3);
    expect(remainingTime(unit(1000), 3, month, sliver)).toBe(7);
  });

  it("rounds thirds to the nearest cent", () => {
    const period = { start: 0, end: 30 };
    expect(unusedTime(2000, period, 20)).toBe(-667);
    expect(remainingTime(unit(1000), 1, period, 20)).toBe(333);
  });

  it("of a month and a year four seconds in is nearly all of both", () => {
    const start = 1762799351;
    expect(unusedTime(2500, { start, end: 1765391351 }, 1762799355)).toBe(-2500);
    expect(remainingTime(unit(25000), 1, { start, end: 1794335351 }, 1762799355)).toBe(25000);
  });
});

describe("prorations at one instant", () => {
  it("cancel out within a cent each way when an upgrade is taken back", () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 2_592_000 }), (low, high, passed) => {
        const period = { start: 0, end: 2_592_000 };
        const up = unusedTime(low, period, passed) + remainingTime(unit(high), 1, period, passed);
        const down = unusedTime(high, period, passed) + remainingTime(unit(low), 1, period, passed);
        expect(up + down).toBeGreaterThanOrEqual(-2);
        expect(up + down).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("never give back more than was paid, nor charge more than the price", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: -10, max: 110 }), (cents, now) => {
        const period = { start: 0, end: 100 };
        expect(-unusedTime(cents, period, now)).toBeLessThanOrEqual(cents);
        expect(remainingTime(unit(cents), 1, period, now)).toBeLessThanOrEqual(cents);
      }),
    );
  });
});
