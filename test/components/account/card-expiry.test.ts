import { expect, test } from "vitest";
import { cardExpiry } from "@/components/account/card-expiry";

test("a card is good to the end of its last month", () => {
  const december = { expires: { month: 12, year: 2026 } };
  const at = (day: string) => cardExpiry(december, "en-GB", new Date(day));
  expect(at("2026-12-31T23:59:59Z")).toEqual({ expired: false, text: "Expires at the end of December 2026" });
  expect(at("2027-01-01T00:00:00Z")).toEqual({ expired: true, text: "Expired at the end of December 2026" });
  expect(cardExpiry({ expires: null }, "en-GB")).toBeNull();
});
