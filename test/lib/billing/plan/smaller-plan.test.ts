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
const plan = (name: string, month: ReturnType<typeof price>) => ({
  productId: name,
  name,
  description: null,
  features: [],
  prices: { month },
});
const plans = [plan("Small", price(500)), plan("Middle", price(900)), plan("Euro", price(800, "eur"))];

test("the next smaller plan is offered, of the same interval and currency", () => {
  expect(smallerPlan(plans, { price: price(1900) })?.name).toBe("Middle");
  expect(smallerPlan(plans, { price: price(900) })?.name).toBe("Small");
});

test("nothing is offered to who has the smallest, pays by the year, in another currency, or no fixed price", () => {
  expect(smallerPlan(plans, { price: price(500) })).toBeNull();
  expect(smallerPlan(plans, { price: price(1900, "usd", "year") })).toBeNull();
  expect(smallerPlan(plans, { price: price(800, "eur") })).toBeNull();
  expect(smallerPlan(plans, { price: null })).toBeNull();
});
