import type { StripeElementStyle } from "@stripe/stripe-js";

/** The Card Element's own way of dressing, older than `appearance`, in the terms of that. */
export function applyCardStyle(style: StripeElementStyle | undefined): void {
  const { base = {}, invalid = {} } = style ?? {};
  const given = {
    colorText: base.color,
    colorIcon: base.iconColor,
    colorTextPlaceholder: base["::placeholder"]?.color,
    colorDanger: invalid.color,
    fontFamily: base.fontFamily,
    fontSizeBase: base.fontSize,
  };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) document.documentElement.style.setProperty(`--${name}`, value);
  }
}
