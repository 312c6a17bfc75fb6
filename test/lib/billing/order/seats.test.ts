import { expect, test } from "vitest";
import { seatsOf } from "@/lib/billing/order/seats";

test("nothing typed is one seat", () => {
  expect(seatsOf("", 50)).toEqual({ seats: 1 });
  expect(seatsOf("", undefined)).toEqual({ seats: 1 });
});

test("as many as the plan may have can be had", () => {
  expect(seatsOf("50", 50)).toEqual({ seats: 50 });
  expect(seatsOf("51", 50)).toEqual({ fault: "too_many", most: 50 });
  expect(seatsOf("99999999999999999999", 50)).toEqual({ fault: "too_many", most: 50 });
});

test.each(["0", "-1", "-0"])("%s seats are too few", (typed) => {
  expect(seatsOf(typed, 50)).toEqual({ fault: "too_few" });
});

test.each(["1.5", "1e9", "two", "1 000", "0x10", "∞"])("%s is no whole number", (typed) => {
  expect(seatsOf(typed, 50)).toEqual({ fault: "not_whole" });
});

test("a plan for one person has one seat", () => {
  expect(seatsOf("1", undefined)).toEqual({ seats: 1 });
  expect(seatsOf("2", undefined)).toEqual({ fault: "one_only" });
});
