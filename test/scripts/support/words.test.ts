import { expect, test } from "vitest";
import { chosen, counted, expectNone, indented, wholeNumber } from "@/scripts/support/words";

const verbs = { list: 1, drop: 2 };
const usage = "npm run it -- list | drop";

test("the first word chooses", () => {
  expect(chosen(verbs, "drop", usage)).toBe(2);
});

test.each(["", "dorp", "toString", "constructor", "__proto__"])(
  "what there is to choose from is told instead of %j",
  (word) => {
    expect(() => chosen<number>(verbs, word, usage)).toThrow(usage);
  },
);

test("words that nothing is done with are refused, since they may have been meant", () => {
  expect(() => expectNone(["400"], usage)).toThrow(`Not understood: 400\n\n${usage}`);
  expectNone([], usage);
});

test("one is one, and of others there are more", () => {
  expect([0, 1, 1_200].map((count) => counted(count, "job"))).toEqual(["0 jobs", "1 job", "1,200 jobs"]);
});

test("an error of several lines stays beneath what it is about", () => {
  expect(indented("[\n  1\n]\n")).toBe("    [\n      1\n    ]");
});

test.each(["x", "", " ", "0", "-1", "1.5", "1e999", "10 000"])("%j is no number of things to do", (given) => {
  expect(() => wholeNumber(given, "runs")).toThrow(`--runs takes a whole number, not "${given}".`);
});

test("a whole number is read, from what is least on", () => {
  expect(wholeNumber("10000", "runs")).toBe(10_000);
  expect(wholeNumber("-5", "seed", Number.MIN_SAFE_INTEGER)).toBe(-5);
});
