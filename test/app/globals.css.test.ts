import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [lightRule = "", darkRule = ""] = css.match(/^:root \{.*?^\}/gms) ?? [];
const modes = { light: tokensOf(lightRule), dark: tokensOf(darkRule) };

const surfaces = ["--paper", "--wash"];
const texts = ["--ink", "--ink-soft", "--accent", "--good", "--warn", "--bad"];

describe.each(Object.entries(modes))("the %s tokens", (_mode, tokens) => {
  it.each(surfaces.flatMap((surface) => texts.map((text) => [text, surface])))(
    "set text in %s on %s at 4.5:1 or more",
    (text = "", surface = "") => {
      expect(contrast(tokens, text, surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("set a filled button's words at 4.5:1 or more", () => {
    expect(contrast(tokens, "--accent-ink", "--accent")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(surfaces)("draw the borders of controls on %s at 3:1 or more", (surface) => {
    expect(contrast(tokens, "--edge", surface)).toBeGreaterThanOrEqual(3);
  });
});

it("light and dark give a colour to the same names", () => {
  expect([...modes.light.keys()]).toEqual([...modes.dark.keys()]);
  expect(modes.light.size).toBeGreaterThanOrEqual(9);
});

it("the interface has seven sizes of type and no others", () => {
  const sizes = [...css.matchAll(/--text-(\d+): ([\d.]+)rem/g)].map(([, name, rem]) => [
    Number(name),
    Number(rem) * 16,
  ]);
  expect(sizes).toEqual([13, 15, 17, 21, 28, 40, 56].map((size) => [size, size]));
});

function tokensOf(rule: string): Map<string, string> {
  return new Map(
    [...rule.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(tokens: Map<string, string>, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map((name) => luminance(tokens.get(name))).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error("No such token");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
