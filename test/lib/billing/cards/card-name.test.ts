import { expect, test } from "vitest";
import { cardName } from "@/lib/billing/cards/card-name";

test("a card is called by its brand and last digits", () => {
  expect(cardName({ brand: "amex", last4: "0005" })).toBe("American Express ending in 0005");
  expect(cardName({ brand: "cartes_bancaires", last4: "1001" })).toBe("Cartes bancaires ending in 1001");
  expect(cardName({ brand: "link", last4: null })).toBe("Link");
});
