import { configured } from "../configured";

/** What Stripe is to be told about taxes when it makes a subscription or a session. https://docs.stripe.com/tax/subscriptions */
export function automaticTax(): { automatic_tax?: { enabled: true } } {
  return configured.tax && "automatic" in configured.tax ? { automatic_tax: { enabled: true } } : {};
}

/** The fixed rates that every invoice of a subscription has, where that is how taxes are reckoned. */
export function fixedRates(): { default_tax_rates?: string[] } {
  return configured.tax && "rates" in configured.tax ? { default_tax_rates: [...configured.tax.rates] } : {};
}
