import { expect, test } from "vitest";
import { readOrder } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";

test("an order is read from an address, and written into one, without what asks for nothing", () => {
  const order = readOrder({ price: "team_monthly", seats: " 3 ", code: "WELCOME ", currency: "EUR" });
  expect(order).toEqual({ price: "team_monthly", seats: "3", code: "WELCOME", currency: "eur" });
  expect(checkoutPath({ price: "reader_monthly", code: "" })).toBe("/checkout?price=reader_monthly");
  expect(checkoutPath(order ?? { price: "" }, "stripe")).toBe(
    "/checkout?price=team_monthly&seats=3&code=WELCOME&currency=eur&on=stripe",
  );
});

test.each([null, {}, { price: "" }, { price: ["a", "b"] }, { price: "x".repeat(201) }, "price=1"])(
  "%j names no price",
  (given) => {
    expect(readOrder(given)).toBeNull();
  },
);

test("what is asked for twice, or at too great a length, is not asked for", () => {
  expect(readOrder({ price: "p", seats: ["1", "2"], code: ["A", "B"], currency: "euro" })).toEqual({
    ...{ price: "p", seats: "", code: "", currency: "" },
  });
});

test("of a code that is too long enough is left to say that there is none", () => {
  const codeOf = (code: string) => readOrder({ price: "p", code })?.code;
  expect(codeOf(` ${"x".repeat(500)} `)).toBe("x".repeat(500));
  expect(codeOf("x".repeat(10_000))).toBe("x".repeat(501));
});

test("a code can be written into an address whatever was typed, and wherever it was cut", () => {
  for (const code of ["\ud800", `${"x".repeat(500)}😀`]) {
    expect(() => encodeURIComponent(readOrder({ price: "p", code })?.code ?? "\ud800")).not.toThrow();
  }
});
