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

test("where the period was given back a change is said to begin anew, and nothing of it to be paid until a day", () => {
  for (const dueToday of [900, 0]) {
    const text = said({ anew: true, dueToday, prorationDate: null });
    expect(text).toContain("was given back, so your plan begins anew today");
    expect(text).not.toMatch(/Changed on|instead|as you have paid/);
  }
});
