import { expect, test } from "vitest";
import { cardExpiry, cardName } from "@/components/account/card-name";

test("a card is called by its brand and last digits", () => {
  expect(cardName({ brand: "amex", last4: "0005" })).toBe("American Express ending in 0005");
  expect(cardName({ brand: "cartes_bancaires", last4: "1001" })).toBe("Cartes bancaires ending in 1001");
  expect(cardName({ brand: "link", last4: null })).toBe("Link");
});

test("a card is good to the end of its last month", () => {
  const december = { expires: { month: 12, year: 2026 } };
  const at = (day: string) => cardExpiry(december, "en-GB", new Date(day));
  expect(at("2026-12-31T23:59:59Z")).toEqual({ expired: false, text: "Expires at the end of December 2026" });
  expect(at("2027-01-01T00:00:00Z")).toEqual({ expired: true, text: "Expired at the end of December 2026" });
  expect(cardExpiry({ expires: null }, "en-GB")).toBeNull();
});
