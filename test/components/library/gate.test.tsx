import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Gate } from "@/components/library/gate";
import type { Plan } from "@/lib/billing/queries/plans";

const studio: Plan = {
  productId: "prod_studio",
  name: "Studio",
  description: null,
  features: [{ key: "workshops", name: "Workshops" }],
  prices: { month: { key: "studio_monthly", amount: 1900, currency: "usd", interval: "month" } },
};

const gate = (changes: { plans?: Plan[]; signedIn?: boolean } = {}) =>
  renderToStaticMarkup(
    <Gate
      ahead={["Now or later"]}
      plans={[studio]}
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
  expect(html).toContain("The rest is in no plan on sale");
  expect(html).not.toContain("$");
});
