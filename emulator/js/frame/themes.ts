import type { Appearance } from "@stripe/stripe-js";

type Variables = Record<string, string>;

const STRIPE: Variables = {
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizeBase: "16px",
  fontSizeSm: "0.93rem",
  fontSizeXs: "0.8rem",
  fontLineHeight: "1.5",
  fontWeightNormal: "400",
  fontWeightMedium: "500",
  spacingUnit: "4px",
  gridRowSpacing: "12px",
  gridColumnSpacing: "12px",
  accordionItemSpacing: "10px",
  borderRadius: "5px",
  colorPrimary: "#0570de",
  colorBackground: "#ffffff",
  colorText: "#30313d",
  colorTextSecondary: "#5d5f6b",
  colorTextPlaceholder: "#757680",
  colorDanger: "#c3152e",
  focusBoxShadow: "0 0 0 3px color-mix(in srgb, var(--colorPrimary) 30%, transparent)",
  focusOutline: "none",
  inputBorder: "1px solid var(--inputColorBorder, #c9c9cf)",
  inputShadow: "0 1px 1px rgb(0 0 0 / 3%), 0 3px 6px rgb(0 0 0 / 2%)",
};

/** Stripe's themes, and `none` for pages that bring every rule themselves; `appearance.variables` are laid over the one that is chosen. */
export const THEMES: Record<NonNullable<Appearance["theme"]> | "none", Variables> = {
  stripe: STRIPE,
  none: { ...STRIPE, borderRadius: "0", inputShadow: "none", focusBoxShadow: "none", focusOutline: "revert" },
  night: {
    ...STRIPE,
    colorPrimary: "#85d996",
    colorBackground: "#30313d",
    colorText: "#ffffff",
    colorTextSecondary: "#c4c5cc",
    colorTextPlaceholder: "#a3a4ad",
    colorDanger: "#ff7b86",
    inputBorder: "1px solid var(--inputColorBorder, #5c5d6b)",
    inputShadow: "0 2px 4px rgb(0 0 0 / 50%), 0 1px 6px rgb(0 0 0 / 25%)",
  },
  flat: {
    ...STRIPE,
    colorBackground: "#f1f2f4",
    colorText: "#1a1b25",
    borderRadius: "4px",
    inputBorder: "1px solid var(--inputColorBorder, transparent)",
    inputShadow: "none",
  },
};
