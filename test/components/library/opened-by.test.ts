import { expect, it } from "vitest";
import { openedBy, thoseWith } from "@/components/library/opened-by";
import type { Plan } from "@/lib/billing/queries/plans";

const plan = (name: string, ...keys: Plan["features"][number]["key"][]): Plan => ({
  productId: name,
  name,
  description: null,
  features: keys.map((key) => ({ key, name: key })),
  prices: {},
});
const reader = plan("Reader", "essays");
const studio = plan("Studio", "essays", "workshops");

it("finds the plans that hold a feature, in their order", () => {
  expect(thoseWith([reader, studio], "essays")).toEqual([reader, studio]);
  expect(thoseWith([reader, studio], "workshops")).toEqual([studio]);
});

it("ends a sentence with what opens a shelf", () => {
  expect(openedBy([reader, studio])).toBe("opens with Reader or Studio");
  expect(openedBy([studio])).toBe("opens with Studio");
  expect(openedBy([studio, { name: "The handbook" }])).toBe("opens with Studio or the handbook");
  expect(openedBy([])).toBe("isn't for sale at the moment");
});
