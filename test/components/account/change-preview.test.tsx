import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangePreview } from "@/components/account/change-preview";
import type { ChangePreview as Preview } from "@/lib/billing/plan/preview-change";

const price = {
  ...{ id: "price_1", key: "reader_monthly", amount: 900, currency: "usd", amounts: { usd: 900 } },
  ...{
    interval: "month" as const,
    productId: "gatehouse_reader",
    productName: "Reader",
    productDescription: null,
  },
};

/** What is said before a change to Reader. */
function said(given: Partial<Preview>): string {
  const preview: Preview = {
    ...{
      outcome: "preview",
      price,
      quantity: 1,
      counted: [],
      anew: false,
      uncounted: 0,
      lines: [],
      dueToday: 0,
      credit: 0,
    },
    ...{ currency: "usd", prorationDate: 1, seen: "seen", periodEnd: new Date("2027-01-31T12:00:00Z") },
    ...given,
  };
  const drawn = (
    <ChangePreview
      action={async () => {}}
      priceKey={price.key}
      thing="plan"
      preview={preview}
      locale="en-US"
    />
  );
  return renderToStaticMarkup(drawn)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

test("a change that gives something back can be made later instead, and says what is kept", () => {
  const text = said({ credit: 1000 });
  expect(text).toContain("$10.00 is kept to your credit");
  expect(text).toMatch(/Change it on .* instead/);
  expect(text).not.toContain("begins anew");
});

test("what is charged today is on the button, and what comes after it is said for all seats", () => {
  const text = said({ dueToday: 1450, quantity: 3 });
  expect(text).toContain("Change plan and pay $14.50");
  expect(text).toContain("After that it is $27.00 a month.");
  expect(text).toContain("Nothing else is charged.");
  expect(text).not.toMatch(/credit|instead|Changed on/);
});

test("who pays in another currency than the price's own is told of that one", () => {
  const text = said({ currency: "eur", price: { ...price, amounts: { usd: 900, eur: 800 } } });
  expect(text).toContain("After that it is €8.00 a month.");
});

test("nothing is said to be all where use is counted beside it", () => {
  const counted = [{ name: "API calls", unit: "call", price: { included: 1000, each: 1 } }];
  const text = said({ counted });
  expect(text).not.toContain("Nothing else is charged");
  expect(text).toContain("API calls: 1,000 a month are included, and each one more is $0.01.");
});

test("where the period was given back a change is said to begin anew, and nothing of it to be paid until a day", () => {
  for (const dueToday of [900, 0]) {
    const text = said({ anew: true, dueToday, prorationDate: null });
    expect(text).toContain("was given back, so your plan begins anew today");
    expect(text).not.toMatch(/Changed on|instead|as you have paid/);
  }
});
