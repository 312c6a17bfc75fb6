import { describe, expect, test } from "vitest";
import { brandOf } from "@/emulator/js/frame/brands";
import { formatNumber, numberProblem, passesLuhn } from "@/emulator/js/frame/card-number";

describe("a card number", () => {
  test.each([
    ["4242424242424242", "4242 4242 4242 4242"],
    ["378282246310005", "3782 822463 10005"],
    ["36227206271667", "3622 720627 1667"],
    ["42424", "4242 4"],
    ["4242 4242 4242 4242 99", "4242 4242 4242 4242"],
    ["card: 4242-4242", "4242 4242"],
    ["", ""],
  ])("%s is shown as %s", (typed, shown) => {
    expect(formatNumber(typed)).toBe(shown);
  });

  test.each([
    ["4", "visa"],
    ["5555555555554444", "mastercard"],
    ["2223003122003222", "mastercard"],
    ["2720", "mastercard"],
    ["2721", "unknown"],
    ["37", "amex"],
    ["6011", "discover"],
    ["3056", "diners"],
    ["3566", "jcb"],
    ["62", "unionpay"],
    ["9", "unknown"],
  ])("that begins with %s is of the brand %s", (digits, brand) => {
    expect(brandOf(digits)).toBe(brand);
  });

  test("is incomplete until it has its brand's length", () => {
    expect(numberProblem("4242 4242 4242 424")).toBe("incomplete_number");
    expect(numberProblem("3782 822463 1000")).toBe("incomplete_number");
    expect(numberProblem("")).toBe("incomplete_number");
  });

  test("is invalid when its check digit is wrong", () => {
    expect(numberProblem("4242 4242 4242 4241")).toBe("invalid_number");
    expect(passesLuhn("4242424242424241")).toBe(false);
  });

  test("is good when whole and right", () => {
    expect(numberProblem("4242 4242 4242 4242")).toBeNull();
    expect(numberProblem("3782 822463 10005")).toBeNull();
    expect(numberProblem("6205 5000 0000 0000 004")).toBeNull();
  });
});
