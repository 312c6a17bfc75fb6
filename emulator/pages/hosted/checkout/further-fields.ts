import type { CheckoutView } from "../../../hosted/checkout-view";
import { type Html, html } from "../../html";
import { addressFields, field, option, type Typed } from "./buyer-fields";

/** Where what is bought is to go. */
export function shippingFields({ asks, custom_text: words }: CheckoutView, typed: Typed): Html | null {
  if (asks.shipping === null) return null;
  return html`<h2>Where it is to go</h2>
${said(words.shipping_address)}
${field("Name of who receives it", "shipping[name]", typed, html`autocomplete="shipping name" required`)}
${addressFields("Shipping address", "shipping[address]", typed, { countries: asks.shipping, required: true })}`;
}

/** The questions of the merchant's own. */
export function customFields({ custom_fields: fields }: CheckoutView, typed: Typed): Html | null {
  if (fields.length === 0) return null;
  return html`<h2>A few questions</h2>${fields.map((one) => customField(one, typed))}`;
}

type CustomField = CheckoutView["custom_fields"][number];

function customField({ dropdown, key, label, numeric, optional, text }: CustomField, typed: Typed): Html {
  const name = `custom_fields[${key}]`;
  const title = `${label.custom ?? key}${optional ? " (optional)" : ""}`;
  const required = optional ? null : html` required`;
  if (dropdown) {
    const chosen = typed(name) || (dropdown.default_value ?? "");
    const options = dropdown.options.map((one) => option(one.value, one.label, chosen));
    return html`<label class="field">${title}<select name="${name}"${required}><option value="">Choose</option>${options}</select></label>`;
  }
  const bounds = numeric ?? text;
  const value = typed(name) || (bounds?.default_value ?? "");
  return html`<label class="field">${title}<input name="${name}" value="${value}"${numeric ? html` inputmode="numeric" pattern="[0-9]*"` : null}${bound("minlength", bounds?.minimum_length)}${bound("maxlength", bounds?.maximum_length)}${required}></label>`;
}

function bound(attribute: "maxlength" | "minlength", value: number | null | undefined): Html | null {
  return typeof value === "number" ? html` ${attribute}="${value}"` : null;
}

/** What is to be agreed to before the button is pressed. */
export function consentFields({ asks, custom_text: words, seller }: CheckoutView): Html {
  const terms = words.terms_of_service_acceptance?.message ?? `I agree to the terms of service of ${seller}.`;
  return html`${asks.promotions && html`<label class="choice"><input type="checkbox" name="consent[promotions]" value="opt_in"> Send me news and offers of ${seller}</label>`}
${asks.terms && html`<label class="choice"><input type="checkbox" name="consent[terms_of_service]" value="accepted" required> ${terms}</label>`}`;
}

/** The merchant's own words, where there are any. */
export function said(text: { readonly message: string } | null): Html | null {
  return text && html`<p class="when">${text.message}</p>`;
}
