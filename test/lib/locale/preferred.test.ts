import { expect, it } from "vitest";
import { preferredLocale } from "@/lib/locale/preferred";

it("the heaviest language that can be formatted wins", () => {
  expect(preferredLocale("de-CH,de;q=0.9,en;q=0.8")).toBe("de-CH");
  expect(preferredLocale("en;q=0.5, fr-CA")).toBe("fr-CA");
});

it("what is no language, refused, or beyond formatting is passed over", () => {
  expect(preferredLocale("*, de")).toBe("de");
  expect(preferredLocale("xx-not-a-locale-, sv;q=0, en-GB;q=0.1")).toBe("en-GB");
  expect(preferredLocale("nl;q=abc, pt-BR;q=0.2")).toBe("pt-BR");
});

it("a browser that says nothing of use reads American English", () => {
  for (const header of [null, "", "*", ";;;,,", "<script>"]) expect(preferredLocale(header)).toBe("en-US");
});
