import { expect, test } from "vitest";
import { against, inTurn } from "@/bench/support/compare";

test("sides take turns, backwards in every other round", async () => {
  const seen: string[] = [];
  const side = (name: string) => [name, async () => seen.push(name)] as const;
  const figures = await inTurn(3, [side("a"), side("b")]);
  expect(seen.join("")).toBe("abbaab");
  expect(figures.get("a")).toEqual([1, 4, 5]);
});

test("the ratio is that of rounds, so that a machine slow for a while changes nothing", () => {
  expect(against([80, 8, 80], [100, 10, 100])).toEqual({ perSecond: 80, ceiling: 100, ratio: 0.8 });
});
