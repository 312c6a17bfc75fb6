import { expect, it } from "vitest";
import { monthsSaved, yearlySaving } from "@/components/pricing/saving";
import type { Plan } from "@/lib/billing/queries/plans";

function plan(month: number | undefined, year: number | undefined, currencyOfYear = "usd"): Plan {
  const price = (interval: "month" | "year", amount: number, currency: string) => ({
    [interval]: { key: `plan_${interval}`, amount, currency, interval },
  });
  return {
    productId: "prod_1",
    name: "Plan",
    description: null,
    features: [],
    prices: {
      ...(month !== undefined && price("month", month, "usd")),
      ...(year !== undefined && price("year", year, currencyOfYear)),
    },
  };
}

it("a year saves what twelve months cost more", () => {
  expect(yearlySaving(plan(900, 9000))).toBe(1800);
});

it("nothing is claimed where nothing is saved or nothing can be compared", () => {
  expect(yearlySaving(plan(900, 10800))).toBeUndefined();
  expect(yearlySaving(plan(900, 12000))).toBeUndefined();
  expect(yearlySaving(plan(900, 9000, "eur"))).toBeUndefined();
  expect(yearlySaving(plan(900, undefined))).toBeUndefined();
  expect(yearlySaving(plan(undefined, 9000))).toBeUndefined();
});

it("months are named when every plan gives the same whole number of them", () => {
  expect(monthsSaved([plan(900, 9000), plan(1900, 19000)])).toBe("two months");
});

it("months are not named where plans differ, or the saving is no whole number of them", () => {
  expect(monthsSaved([plan(900, 9000), plan(1900, 20900)])).toBeUndefined();
  expect(monthsSaved([plan(900, 9900), plan(1900, undefined)])).toBeUndefined();
  expect(monthsSaved([plan(900, 9500)])).toBeUndefined();
  expect(monthsSaved([plan(0, 0)])).toBeUndefined();
  expect(monthsSaved([])).toBeUndefined();
});
