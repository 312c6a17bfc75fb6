import { expect, test } from "vitest";
import { smallerPlan } from "@/lib/billing/plan/smaller-plan";

const price = (amount: number, currency = "usd", interval: "month" | "year" = "month") => ({
  key: `${currency}_${amount}`,
  amount,
  currency,
  ownCurrency: currency,
  amounts: { [currency]: amount },
  interval,
});
const plan = (name: string, month: ReturnType<typeof price>, productId = name) => ({
  productId,
  name,
  description: null,
  features: [],
  prices: { month },
});
const plans = [plan("Small", price(500)), plan("Middle", price(900)), plan("Euro", price(800, "eur"))];

test("the next smaller plan is offered, of the same interval and currency", () => {
  expect(smallerPlan(plans, { price: price(1900), seats: 1 })?.name).toBe("Middle");
  expect(smallerPlan(plans, { price: price(900), seats: 1 })?.name).toBe("Small");
});

test("nothing is offered to who has the smallest, pays by the year, in another currency, or no fixed price", () => {
  expect(smallerPlan(plans, { price: price(500), seats: 1 })).toBeNull();
  expect(smallerPlan(plans, { price: price(1900, "usd", "year"), seats: 1 })).toBeNull();
  expect(smallerPlan(plans, { price: price(800, "eur"), seats: 1 })).toBeNull();
  expect(smallerPlan(plans, { price: null, seats: 1 })).toBeNull();
});

test("what costs less has to cost less with the seats that are kept, and isn't the plan they have", () => {
  const team = plan("Team", price(4900), "gatehouse_team");
  const three = { price: { ...price(4900), amount: 14_700 }, seats: 3 };
  expect(smallerPlan([...plans, team], three)).toMatchObject({ name: "Middle", amount: 900 });
  const dearer = { price: { ...price(2000), amount: 6000 }, seats: 3 };
  expect(smallerPlan([...plans, team], dearer)?.name).toBe("Middle");
  // More seats than the plan has by now, as somebody may have given them by hand.
  const sixty = { price: { ...price(4900), amount: 294_000 }, seats: 60 };
  expect(smallerPlan([team], sixty)).toBeNull();
});

test("what costs the same is nothing smaller", () => {
  expect(
    smallerPlan([plan("Other", { ...price(900), key: "other" })], { price: price(900), seats: 1 }),
  ).toBeNull();
});
