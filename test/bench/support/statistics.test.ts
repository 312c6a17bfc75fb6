import { expect, test } from "vitest";
import { median, percentile } from "@/bench/support/statistics";

test("the median is the value in the middle, whatever the order", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 100, 1])).toBe(9.5);
});

test("a percentile is a value that was measured", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 0.99)).toBe(100);
  expect(percentile(values, 0.5)).toBe(51);
  expect(percentile([7], 0.99)).toBe(7);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow("nothing");
});
