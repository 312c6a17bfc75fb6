import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taxAmounts } from "@/emulator/billing/tax/amounts";

const exclusive = { id: "txr_on_top", inclusive: false, percentage: 8.875 };
const inclusive = { id: "txr_within", inclusive: true, percentage: 20 };

describe("taxes on an amount", () => {
  it("come on top where they are exclusive", () => {
    expect(taxAmounts(1000, [exclusive])).toEqual([{ rate: exclusive, amount: 89, taxable: 1000 }]);
  });

  it("are within it where they are inclusive", () => {
    expect(taxAmounts(1200, [inclusive])).toEqual([{ rate: inclusive, amount: 200, taxable: 1000 }]);
  });

  it("of both kinds share one net amount", () => {
    const taxes = taxAmounts(1200, [inclusive, { ...exclusive, percentage: 5 }]);
    expect(taxes.map(({ amount, taxable }) => [amount, taxable])).toEqual([
      [200, 1000],
      [50, 1000],
    ]);
  });

  it("of a credit are those of its debit turned round", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.boolean(),
        (amount, hundredths, within) => {
          const rate = { id: "txr", inclusive: within, percentage: hundredths / 100 };
          const [debit, credit] = [taxAmounts(amount, [rate]), taxAmounts(-amount, [rate])];
          expect((debit[0]?.amount ?? 0) + (credit[0]?.amount ?? 0)).toBe(0);
        },
      ),
    );
  });
});
