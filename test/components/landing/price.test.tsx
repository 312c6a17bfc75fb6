import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Price } from "@/components/landing/price";
import { configured } from "@/lib/billing/configured";
import type { Plan } from "@/lib/billing/queries/plans";

const plan = (productId: string, interval: "month" | "year", amount: number): Plan => {
  const price = {
    key: productId,
    amount,
    currency: "usd",
    ownCurrency: "usd",
    amounts: { usd: amount },
    interval,
  };
  return { productId, name: "A plan", description: null, features: [], prices: { [interval]: price } };
};
const drawn = (...plans: Plan[]) => renderToStaticMarkup(<Price plans={plans} locale="en-US" />);

it("says what a plan costs, by the year where that is all there is", () => {
  expect(drawn(plan("prod_any", "month", 900))).toContain("$9.00 a month<");
  expect(drawn(plan("prod_any", "year", 9000))).toContain("$90.00 a year<");
});

it("says of a plan with seats that the price is for one", () => {
  const seated = configured.plans.find(({ seats }) => seats);
  expect(drawn(plan(`gatehouse_${seated?.key}`, "month", 4900))).toContain("$49.00 a month per seat<");
});
