import { describe, expect, it } from "vitest";
import { type Pricing, priceAmount, type Tier } from "@/emulator/billing/price-amount";

const tiers: readonly Tier[] = [
  { upTo: 5, unitAmountDecimal: "700", flatAmountDecimal: null },
  { upTo: 10, unitAmountDecimal: "650", flatAmountDecimal: "100" },
  { upTo: null, unitAmountDecimal: "600", flatAmountDecimal: null },
];

describe("the price of a quantity", () => {
  it("of a unit price in fractions of a cent is rounded once, for the whole line", () => {
    const pricing: Pricing = { scheme: "per_unit", unitAmountDecimal: "0.05", transform: null };
    expect(priceAmount(pricing, 10)).toBe(1);
    expect(priceAmount(pricing, 9)).toBe(0);
  });

  it("in packages counts a package begun as the price says", () => {
    const by = (round: "up" | "down"): Pricing => ({
      scheme: "per_unit",
      unitAmountDecimal: "1000",
      transform: { divideBy: 10, round },
    });
    expect(priceAmount(by("up"), 11)).toBe(2000);
    expect(priceAmount(by("down"), 19)).toBe(1000);
  });

  it.each([
    [0, 0],
    [1, 700],
    [5, 3500],
    [6, 3500 + 100 + 650],
    [12, 3500 + 100 + 3250 + 1200],
  ])("in graduated tiers of %i is %i", (quantity, amount) => {
    expect(priceAmount({ scheme: "tiered", mode: "graduated", tiers }, quantity)).toBe(amount);
  });

  it.each([
    [5, 3500],
    [6, 100 + 3900],
    [11, 6600],
  ])("in volume tiers of %i is %i", (quantity, amount) => {
    expect(priceAmount({ scheme: "tiered", mode: "volume", tiers }, quantity)).toBe(amount);
  });
});
