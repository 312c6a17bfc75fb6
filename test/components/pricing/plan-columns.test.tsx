import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { features } from "@/billing.config";
import { PlanColumns } from "@/components/pricing/plan-columns";
import type { Plan } from "@/lib/billing/queries/plans";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";

const essays = { key: "essays" as const, name: "Every essay" };
const workshops = { key: "workshops" as const, name: "Workshops with worked examples" };

const priced = (amount: number) => ({
  amount,
  currency: "usd",
  ownCurrency: "usd",
  amounts: { usd: amount },
});
const plan = (name: string, amount: number, features: Plan["features"]): Plan => ({
  productId: `prod_${name}`,
  name,
  description: null,
  features,
  prices: {
    month: { ...priced(amount), key: `${name}_monthly`, interval: "month" },
    year: { ...priced(amount * 10), key: `${name}_yearly`, interval: "year" },
  },
});
const plans = [plan("Reader", 900, [essays]), plan("Studio", 1900, [essays, workshops])];

const ownYearlyReader: OwnSubscription = {
  id: "sub_1",
  status: "active",
  planName: "Reader",
  price: { key: "Reader_yearly", amount: 9000, currency: "usd", interval: "year" },
  periodEnd: null,
  endsAt: null,
  endedAt: null,
  pause: null,
  change: null,
  withoutCard: null,
  seats: 1,
  mostSeats: 1,
  code: "",
  stamp: "-",
};

const columns = (own: OwnSubscription | null) =>
  renderToStaticMarkup(<PlanColumns plans={plans} interval="month" own={own} tried={false} locale="en-US" />);

it("every plan lists every feature in one order, and says which it lacks", () => {
  const html = columns(null);
  const [first, second] = [...html.matchAll(/<ul.*?<\/ul>/g)].map(([list]) =>
    [...list.matchAll(/<span>([^<]+)/g)].map(([, name]) => name),
  );
  expect(first).toEqual([features.essays.name, features.workshops.name]);
  expect(second).toEqual(first);
  expect(html.match(/not included/g)).toHaveLength(1);
});

it("leads to the checkout by the price's key", () => {
  expect(columns(null)).toContain('href="/checkout?price=Studio_monthly"');
});

it("marks a visitor's own plan whichever way they pay for it, and sells them no second one", () => {
  const html = columns(ownYearlyReader);
  expect(html.match(/Your plan/g)).toHaveLength(1);
  expect(html).not.toContain("/checkout");
});

it("says by which interval somebody pays for their own plan where the other one's price is shown, and leads to the change", () => {
  const html = columns(ownYearlyReader);
  expect(html).toContain("You pay for it by the year.");
  expect(html).toContain('href="/account/plan?price=Reader_monthly"');
  expect(html).not.toContain("See your plan");
  const monthly = {
    ...ownYearlyReader,
    price: { key: "Reader_monthly", amount: 900, currency: "usd", interval: "month" as const },
  };
  expect(columns(monthly)).toContain("See your plan");
  expect(columns(monthly)).not.toContain("You pay for it by");
});

it.each(["past_due", "unpaid", "paused", "a_status_of_next_year"])(
  "sells no second plan beside one that is %s",
  (status) => {
    expect(columns({ ...ownYearlyReader, status })).not.toContain("/checkout");
  },
);

it.each(["canceled", "incomplete_expired", "incomplete"])(
  "sells to somebody whose last one is %s",
  (status) => {
    const html = columns({ ...ownYearlyReader, status });
    expect(html.match(/\/checkout/g)).toHaveLength(2);
    expect(html).not.toContain("Your plan");
  },
);

const many = (count: number) =>
  renderToStaticMarkup(
    <PlanColumns
      plans={Array.from({ length: count }, (_, n) => plan(`Plan ${n}`, 900, [essays]))}
      interval="month"
      own={null}
      tried={false}
      locale="en-US"
    />,
  );

it.each([
  [1, "md:grid-cols-1"],
  [3, "md:grid-cols-3"],
  [4, "md:grid-cols-4"],
  [5, "lg:grid-cols-3"],
  [12, "lg:grid-cols-3"],
])("%i plans stand in rows that the page is wide enough for", (count, columns) => {
  const html = many(count);
  expect(html.match(/<section/g)).toHaveLength(count);
  expect(html).toMatch(new RegExp(`^<div class="[^"]* ${columns}[ "]`));
});

it("plans that aren't sold by the interval leave no room empty", () => {
  const { year: _unsold, ...prices } = plan("Plan", 900, [essays]).prices;
  const monthly = { ...plan("Monthly", 900, [essays]), prices };
  const html = renderToStaticMarkup(
    <PlanColumns plans={[...plans, monthly]} interval="year" own={null} tried={false} locale="en-US" />,
  );
  expect(html).toContain("md:grid-cols-2");
});

it("an amount that is too long to be set large is set smaller", () => {
  const amountOf = (minor: number) =>
    renderToStaticMarkup(
      <PlanColumns
        plans={[plan("Plan", minor, [essays])]}
        interval="month"
        own={null}
        tried={false}
        locale="en-US"
      />,
    ).match(/<span class="([^"]*)">\$/)?.[1];
  expect(amountOf(9_999_999)).toContain("text-40");
  expect(amountOf(123_456_789)).toContain("text-28");
});
