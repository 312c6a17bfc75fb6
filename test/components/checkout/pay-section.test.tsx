import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NextPayments } from "@/components/checkout/next-payments";
import { PaySection } from "@/components/checkout/pay-section";
import type { Interval, TrialConfig } from "@/lib/billing/config";
import type { ShownOrder } from "@/lib/billing/order/show";

const price = {
  ...{ id: "price_1", key: "team_monthly", amount: 4900, currency: "usd", amounts: { usd: 4900 } },
  ...{
    interval: "month" as const,
    productId: "gatehouse_team",
    productName: "Team",
    productDescription: null,
  },
};

/** What is said of later payments of a price with a code that takes $9.80 off for so many months. */
function later(interval: Interval, months: number, trial: TrialConfig | null = null): string {
  const order = shown(trial, 3920);
  const promotion = { id: "promo_1", code: "TWENTY", name: null, duration: { months } };
  const terms = { ...order.terms, price: { ...price, interval }, promotion };
  const said = <NextPayments shown={{ ...order, terms }} nextOn={new Date("2027-01-03")} locale="en-US" />;
  return renderToStaticMarkup(said).replace(/<[^>]+>/g, "");
}

function shown(trial: TrialConfig | null, first = 4900): ShownOrder {
  return {
    outcome: "shown",
    terms: { price, seats: 1, amount: 4900, currency: "usd", promotion: null, trial },
    ...{ faults: {}, tried: false, unconfirmed: null, features: [], counted: [], mostSeats: 50 },
    quote: { subtotal: 4900, off: 4900 - first, tax: null, first, later: 4900 },
    order: { price: "team_monthly", seats: "", code: "", currency: "usd" },
  };
}

const nothing = async () => ({ next: "leave" as const, href: "/" });
const html = (order: ShownOrder, on: "here" | "stripe" = "here") =>
  renderToStaticMarkup(
    <PaySection
      shown={order}
      nextOn={new Date("2027-01-03")}
      on={on}
      source={{ publishableKey: "pk_test_1", emulatorUrl: null }}
      returnUrl="https://gatehouse.example/checkout/return"
      locale="en-US"
      begin={nothing}
      beginFree={nothing}
      beginElsewhere={nothing}
    />,
  );

const trial = { days: 14, withoutCard: "cancel" } as const;

test("a trial that asks for a card has its fields, says that nothing is charged before, and what it begins", () => {
  const said = html(shown({ ...trial, card: "required" }));
  expect(said).toContain(">Your card</h2>");
  expect(said).toContain("It is saved for the day your free days end. Nothing is charged before.");
  expect(said).toContain("Begin 14 days free");
  expect(said).not.toContain("Pay $");
});

test("a trial that asks for none has one button, and no card's fields", () => {
  const said = html(shown({ ...trial, card: "optional" }));
  expect(said).toContain(">Nothing to pay today</h2>");
  expect(said).toContain("Begin 14 days free");
  expect(said).not.toContain("JavaScript");
});

test("what is paid is said on the button: here, on Stripe's page, and where a code takes all of it off", () => {
  expect(html(shown(null))).toContain("Pay $49.00");
  expect(html(shown(null))).not.toMatch(/Nothing is due today|free days|on Stripe's page/);
  expect(html(shown(null), "stripe")).toContain("Go on to pay $49.00");
  expect(html(shown({ ...trial, card: "required" }), "stripe")).toContain("Begin 14 days free");
  expect(html(shown(null, 0), "stripe")).toContain("Begin for $0.00");
});

test("who has had their free days is told so, and no other", () => {
  const had = "You have had your free days already";
  expect(html({ ...shown(null), tried: true })).toContain(had);
  expect(html(shown(null))).not.toContain(had);
});

test("no card is said to be asked for only where a trial begins without one", () => {
  const none = "No card is asked for.";
  expect(html(shown({ ...trial, card: "optional" }))).toContain(none);
  expect(html(shown({ ...trial, card: "required" }))).not.toContain(none);
});

test("what is counted beside the plan is among what comes later, in a trial and without one", () => {
  const counted = [{ name: "API calls", unit: "call", price: { included: 1000, each: 1 } }];
  for (const order of [shown(null), shown({ ...trial, card: "optional" })]) {
    const said = renderToStaticMarkup(
      <NextPayments shown={{ ...order, counted }} nextOn={new Date("2027-01-03")} locale="en-US" />,
    );
    expect(said).toContain("1,000 a month are included, and each one more is $0.01.");
  }
});

test("a code for some months lowers the renewals that fall into them, and no other", () => {
  expect(later("month", 3)).toContain("for $39.20, and every month after that");
  expect(later("month", 3)).toContain("The code counts for 3 months. Then it is $49.00.");
  expect(later("year", 24)).toContain("for $39.20, and every year after that");
  for (const said of [later("month", 1), later("year", 3), later("year", 12)]) {
    expect(said).toContain("for $49.00, and every");
    expect(said).not.toContain("The code counts");
  }
});

test("so it does after free days", () => {
  const free = { ...trial, card: "optional" } as const;
  expect(later("month", 3, free)).toContain("then $39.20 a month");
  expect(later("month", 3, free)).toContain("The code counts for 3 months. Then it is $49.00.");
  expect(later("month", 3, free)).not.toContain("after the first payment");
  expect(later("year", 3, free)).toContain("and $49.00 after the first payment");
});

test("a card is asked for later where something is to be paid then, and never for a plan that costs nothing", () => {
  const addOne = "Add one on your account page before";
  const free = shown(null, 0);
  const always = { ...free, quote: { ...free.quote, later: 0 } };
  const counted = [{ name: "API calls", unit: "call", price: { included: 1000, each: 1 } }];
  expect(html(free)).toContain(addOne);
  expect(html({ ...always, counted })).toContain(addOne);
  expect(html(always)).toContain("no card is asked for.");
  expect(html(always)).not.toContain(addOne);
});
