import type { Appearance } from "@stripe/stripe-js";
import { addRules } from "./appearance-rules";
import { THEMES } from "./themes";

/** Variables that got other names; the older ones still count. */
const RENAMED = {
  spacingGridRow: "gridRowSpacing",
  spacingGridColumn: "gridColumnSpacing",
  spacingAccordionItem: "accordionItemSpacing",
  inputBoxShadow: "inputShadow",
  colorIcon: "iconColor",
  colorIconCardCvc: "iconCardCvcColor",
  colorIconCardCvcError: "iconCardCvcErrorColor",
  colorIconChevronDown: "iconChevronDownColor",
  colorIconChevronDownHover: "iconChevronDownHoverColor",
} as const;

const sheet = new CSSStyleSheet();

/**
 * Dresses the frame as the page asks: a theme, variables over it, and rules for some of its classes. Goes
 * through the object model, so a value can only ever be the value of one property.
 * @see https://docs.stripe.com/elements/appearance-api
 */
export function applyAppearance(appearance: Appearance): void {
  const theme = appearance.theme ?? "stripe";
  const variables = { ...THEMES[theme], ...appearance.variables };
  const { style, classList } = document.documentElement;
  style.cssText = "";
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) style.setProperty(`--${current(name)}`, String(value));
  }
  style.setProperty("--controls", theme === "night" ? "dark" : "light");
  classList.toggle("has-floating-labels", appearance.labels === "floating");
  classList.toggle("is-still", appearance.disableAnimations === true);
  sheet.replaceSync("");
  addRules(sheet, appearance.rules ?? {});
  document.adoptedStyleSheets = [sheet];
}

function current(name: string): string {
  const renamed: Readonly<Record<string, string>> = RENAMED;
  return renamed[name] ?? name;
}
