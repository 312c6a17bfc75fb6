import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountAmounts } from "@/emulator/billing/discounts/amounts";

const amounts = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 20 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("a percentage", () => {
  it("is rounded line by line, a tie going up", () => {
    expect(discountAmounts([5, 15, 999], { kind: "percent", percent: 50 })).toEqual([3, 8, 500]);
    expect(discountAmounts([1000], { kind: "percent", percent: 12.25 })).toEqual([123]);
  });

  it("of everything leaves nothing", () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        expect(discountAmounts(lines, { kind: "percent", percent: 100 })).toEqual(lines);
      }),
    );
  });
});

describe("an amount", () => {
  it("is shared in proportion, the last line taking what rounding leaves", () => {
    expect(discountAmounts([1000, 2000], { kind: "amount", amount: 500 })).toEqual([166, 334]);
  });

  it("takes from the lines before what the last one has no room for", () => {
    expect(discountAmounts([1, 5, 4], { kind: "amount", amount: 9 })).toEqual([0, 5, 4]);
  });

  it("never takes more than there is, and nothing of what is free", () => {
    expect(discountAmounts([300, 0], { kind: "amount", amount: 500 })).toEqual([300, 0]);
  });

  it("is given out in full, and no line goes below zero", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 200_000_000 }), (lines, amount) => {
        const off = discountAmounts(lines, { kind: "amount", amount });
        expect(sum(off)).toBe(Math.min(amount, sum(lines)));
        for (const [index, line] of lines.entries()) {
          expect(off[index]).toBeGreaterThanOrEqual(0);
          expect(off[index]).toBeLessThanOrEqual(line);
        }
      }),
    );
  });
});
