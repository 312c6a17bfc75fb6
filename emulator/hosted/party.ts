import type { Held } from "../core/kinds";

type Invoice = Held<"invoice">;

const REGIONS = new Intl.DisplayNames("en", { type: "region" });

/** Who an invoice is for: name, address, e-mail and tax ids, as far as they are known. */
export function billedTo(invoice: Invoice): string[] {
  const taxIds = (invoice.customer_tax_ids ?? []).map(({ value }) => value);
  return [
    invoice.customer_name,
    ...addressLines(invoice.customer_address),
    invoice.customer_email,
    ...taxIds,
  ].flatMap((line) => (line ? [line] : []));
}

/** An address as the lines of an envelope, without those that say nothing. */
function addressLines(address: Invoice["customer_address"]): string[] {
  if (!address) return [];
  const { line1, line2, city, state, postal_code, country } = address;
  const town = [city, [state, postal_code].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [line1, line2, town, countryName(country)].flatMap((line) => (line ? [line] : []));
}

/** A country's code as its name; what is no code stays as it was given. */
function countryName(code: string | null): string | null {
  return code !== null && /^[A-Z]{2}$/i.test(code) ? (REGIONS.of(code.toUpperCase()) ?? code) : code;
}
