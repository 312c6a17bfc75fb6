import { describe, expect, test } from "vitest";
import { expiryProblem, formatExpiry, parseExpiry } from "@/emulator/js/frame/expiry";

describe("an expiration date", () => {
  const today = new Date(2026, 10, 22);

  test.each([
    ["1", "1"],
    ["12", "12"],
    ["123", "12 / 3"],
    ["1234", "12 / 34"],
    ["4", "04"],
    ["15", "01 / 5"],
    ["12/34", "12 / 34"],
    ["12/2034", "12 / 34"],
    ["1/34", "01 / 34"],
    ["12 / ", "12"],
    ["123456", "12 / 34"],
  ])("typed %s is shown as %s", (typed, shown) => {
    expect(formatExpiry(typed)).toBe(shown);
  });

  test("is read as month and full year", () => {
    expect(parseExpiry("12 / 34")).toEqual({ month: 12, year: 2034 });
    expect(parseExpiry("12 / 3")).toBeNull();
  });

  test.each([
    ["12 / 34", null],
    ["11 / 26", null],
    ["10 / 26", "invalid_expiry_month_past"],
    ["12 / 25", "invalid_expiry_year_past"],
    ["12 / 99", "invalid_expiry_year"],
    ["00 / 30", "invalid_expiry_month"],
    ["12 / 3", "incomplete_expiry"],
    ["", "incomplete_expiry"],
  ])("%s is judged %s", (text, problem) => {
    expect(expiryProblem(text, today)).toBe(problem);
  });
});
