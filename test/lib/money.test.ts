import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalAmount, formatMoney, minorDigits } from "@/lib/money";

describe("minorDigits", () => {
  it("knows currencies with two, with none and with three digits, in any case", () => {
    expect(["usd", "EUR", "jpy", "KRW", "kwd", "BHD"].map(minorDigits)).toEqual([2, 2, 0, 0, 3, 3]);
  });

  it("follows Stripe where Stripe and ISO 4217 differ", () => {
    expect(["isk", "ugx", "mga"].map(minorDigits)).toEqual([2, 2, 0]);
  });
});

describe("decimalAmount", () => {
  it("places the point without arithmetic", () => {
    expect(decimalAmount(5, "usd")).toBe("0.05");
    expect(decimalAmount(-1999, "usd")).toBe("-19.99");
    expect(decimalAmount(0, "jpy")).toBe("0");
    expect(decimalAmount(1230, "kwd")).toBe("1.230");
    expect(decimalAmount(Number.MAX_SAFE_INTEGER, "usd")).toBe("90071992547409.91");
  });

  it("gives back the same integer when the point is taken out again", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("usd", "jpy", "kwd"), (minor, currency) => {
        expect(Number(decimalAmount(minor, currency).replace(".", ""))).toBe(minor);
      }),
    );
  });

  it("refuses what isn't a whole number of minor units", () => {
    expect(() => decimalAmount(19.5, "usd")).toThrow(RangeError);
    expect(() => decimalAmount(Number.NaN, "usd")).toThrow(RangeError);
  });
});

describe("formatMoney", () => {
  it("writes an amount as its readers do", () => {
    expect(formatMoney(1900, "usd")).toBe("$19.00");
    expect(formatMoney(1900, "jpy")).toBe("¥1,900");
    expect(formatMoney(123456, "eur", "de-DE")).toBe("1.234,56\u00a0€");
    expect(formatMoney(1230, "kwd")).toBe("KWD\u00a01.230");
    expect(formatMoney(-900, "usd")).toBe("-$9.00");
  });

  it("hides the hundredths that a currency has at Stripe only", () => {
    expect(formatMoney(50000, "isk")).toBe("ISK\u00a0500");
    expect(formatMoney(500, "mga")).toBe("MGA\u00a0500");
  });
});
