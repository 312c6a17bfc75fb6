import type { CheckoutView } from "../../../hosted/checkout-view";
import { countries } from "../../../js/frame/countries";
import { type Html, html } from "../../html";

/** What was typed, so that a form that comes back still has it. */
export type Typed = (name: string) => string;

/** The kinds of tax id that are asked for most; the API takes all of them. */
const TAX_IDS: ReadonlyArray<readonly [type: string, name: string]> = [
  ["eu_vat", "EU VAT"],
  ["gb_vat", "UK VAT"],
  ["ch_vat", "Swiss VAT"],
  ["no_vat", "Norwegian VAT"],
  ["us_ein", "US EIN"],
  ["ca_bn", "Canadian BN"],
  ["au_abn", "Australian ABN"],
];

/** What the session asks of whoever pays. */
export function buyerFields({ email, asks }: CheckoutView, typed: Typed): Html {
  return html`<h2>About you</h2>
${
  asks.email
    ? field("E-mail", "email", typed, html`type="email" autocomplete="email" required`)
    : html`<p class="known"><span class="when">E-mail</span><br>${email}</p>`
}
${field("Name", "name", typed, html`autocomplete="name"`)}
${asks.phone && field("Phone", "phone", typed, html`type="tel" autocomplete="tel" required`)}
${asks.address === "required" && addressFields("Billing address", "address", typed, { required: true })}
${asks.tax_id && taxIdFields(asks.tax_id === "required", typed)}`;
}

/** A field with its label. */
export function field(label: string, name: string, typed: Typed, attributes: Html): Html {
  return html`<label class="field">${label}<input name="${name}" value="${typed(name)}" ${attributes}></label>`;
}

/** A postal address, its parts in the parameter named. */
export function addressFields(
  legend: string,
  name: string,
  typed: Typed,
  { countries: allowed, required }: { readonly countries?: readonly string[]; readonly required: boolean },
): Html {
  const part = (label: string, key: string, attributes: Html) =>
    field(label, `${name}[${key}]`, typed, attributes);
  return html`<fieldset><legend>${legend}</legend>
${part("Street and number", "line1", html`autocomplete="address-line1"${required && html` required`}`)}
${part("More of the address", "line2", html`autocomplete="address-line2"`)}
<div class="pair">${part("City", "city", html`autocomplete="address-level2"`)}
${part("State or region", "state", html`autocomplete="address-level1"`)}</div>
<div class="pair">${part("Postal code", "postal_code", html`autocomplete="postal-code"`)}
<label class="field">Country<select name="${name}[country]" autocomplete="country">${countryOptions(typed(`${name}[country]`) || (allowed?.[0] ?? "US"), allowed)}</select></label></div>
</fieldset>`;
}

function countryOptions(chosen: string, allowed?: readonly string[]): Html[] {
  return countries("en")
    .filter(({ code }) => allowed?.includes(code) ?? true)
    .map(({ code, name }) => option(code, name, chosen));
}

/** One choice of a list; it is the chosen one where its value is. */
export function option(value: string, name: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${name}</option>`;
}

/** A tax id, by its kind and number. */
export function taxIdFields(required: boolean, typed: Typed): Html {
  const kinds = TAX_IDS.map(([type, name]) => option(type, name, typed("tax_id[type]")));
  return html`<fieldset><legend>Tax id${required ? null : " (optional)"}</legend>
<div class="pair"><label class="field">Kind<select name="tax_id[type]">${kinds}</select></label>
${field("Number", "tax_id[value]", typed, required ? html`required` : html``)}</div>
</fieldset>`;
}
