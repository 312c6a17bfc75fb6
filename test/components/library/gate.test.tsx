import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Gate } from "@/components/library/gate";
import type { Item } from "@/lib/billing/queries/items";
import type { Plan } from "@/lib/billing/queries/plans";

const studio: Plan = {
  productId: "prod_studio",
  name: "Studio",
  description: null,
  features: [{ key: "workshops", name: "Workshops" }],
  prices: {
    month: {
      key: "studio_monthly",
      amount: 1900,
      currency: "usd",
      ownCurrency: "usd",
      amounts: { usd: 1900 },
      interval: "month",
    },
  },
};

const handbook: Item = {
  ...{ key: "handbook", priceId: "price_handbook", productId: "prod_handbook" },
  ...{ name: "The handbook", description: null, amount: 2900, currency: "usd" },
  amounts: { usd: 2900 },
  features: [{ key: "handbook", name: "The handbook" }],
};

const gate = (changes: { plans?: Plan[]; items?: Item[]; signedIn?: boolean } = {}) =>
  renderToStaticMarkup(
    <Gate
      ahead={["Now or later"]}
      plans={[studio]}
      items={[]}
      slug="metering"
      signedIn={false}
      locale="en-US"
      {...changes}
    />,
  );

it("says what comes next, what opens it and what that costs", () => {
  const html = gate();
  expect(html).toContain("Now or later");
  expect(html).toContain("The rest opens with Studio");
  expect(html).toContain("Studio, $19.00 a month");
  expect(html).toContain('href="/pricing"');
});

it("offers to sign in, and leads back to the article", () => {
  expect(gate()).toContain('href="/sign-in?next=%2Flibrary%2Fmetering"');
});

it("doesn't ask somebody who is signed in to sign in", () => {
  expect(gate({ signedIn: true })).not.toContain("/sign-in");
});

it("promises nothing where no plan on sale opens the article", () => {
  const html = gate({ plans: [] });
  expect(html).toContain("The rest isn&#x27;t for sale at the moment");
  expect(html).not.toContain("$");
});

it("leads to buying what is bought once, for its price, and to no plan that doesn't open it", () => {
  const html = gate({ plans: [], items: [handbook] });
  expect(html).toContain("The rest opens with the handbook");
  expect(html).toContain('href="/buy/handbook"');
  expect(html).toContain("Buy the handbook, $29.00");
  expect(html).not.toContain('href="/pricing"');
});
