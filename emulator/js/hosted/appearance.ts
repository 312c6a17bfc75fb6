import type { Appearance } from "@stripe/stripe-js";

/** The elements in the colours of the page around them, light or dark as these are now. */
export function appearance(): Appearance {
  const styles = getComputedStyle(document.documentElement);
  const color = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  return {
    variables: {
      colorPrimary: color("accent"),
      colorBackground: color("paper"),
      colorText: color("ink"),
      colorTextSecondary: color("soft"),
      colorTextPlaceholder: color("soft"),
      colorDanger: color("bad"),
      borderRadius: "6px",
    },
    rules: { ".Input": { border: `1px solid ${color("soft")}`, boxShadow: "none" } },
  };
}
