import { expect, test } from "vitest";
import { MOST_WORDS, ownWords } from "@/lib/billing/subscription/own-words";

test("what fits into the form is kept whole, however many lines it has", () => {
  const lines = Array.from({ length: MOST_WORDS / 2 }, () => "a");
  expect(ownWords.parse(`${lines.join("\r\n")}\r\n`)).toBe(lines.join("\n"));
});

test("what no keyboard types is left out, and what is longer than the form is cut", () => {
  expect(ownWords.parse(" Too\u0000 dear,\u001b and\ttoo late. ")).toBe("Too dear, and\ttoo late.");
  expect(ownWords.parse("ü".repeat(MOST_WORDS + 1))).toBe("ü".repeat(MOST_WORDS));
});

test.each([undefined, null, 7, new File([], "a.txt")])("%s says nothing", (given) => {
  expect(ownWords.parse(given)).toBe("");
});
