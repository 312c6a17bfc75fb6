import type Stripe from "stripe";
import { z } from "zod";
import type { Named } from "../status";

/** Kinds of tax numbers, in Stripe's terms. */
type StripeTaxIdType = Named<Stripe.CustomerCreateTaxIdParams.Type>;

/**
 * The kinds that can be typed on our page, with an example of each; every other kind can be added in Stripe's portal.
 * https://docs.stripe.com/billing/customer/tax-ids#supported-tax-id
 */
const types = {
  eu_vat: { name: "European VAT number", example: "DE123456789" },
  gb_vat: { name: "United Kingdom VAT number", example: "GB123456789" },
  ch_vat: { name: "Swiss VAT number", example: "CHE-123.456.789 MWST" },
  no_vat: { name: "Norwegian VAT number", example: "123456789MVA" },
  us_ein: { name: "United States EIN", example: "12-3456789" },
  ca_bn: { name: "Canadian business number", example: "123456789" },
  ca_gst_hst: { name: "Canadian GST/HST number", example: "123456789RT0002" },
  mx_rfc: { name: "Mexican RFC number", example: "ABC010203AB9" },
  br_cnpj: { name: "Brazilian CNPJ number", example: "01.234.456/5432-10" },
  au_abn: { name: "Australian business number", example: "12345678912" },
  nz_gst: { name: "New Zealand GST number", example: "123456789" },
  in_gst: { name: "Indian GST number", example: "12ABCDE3456FGZH" },
  jp_trn: { name: "Japanese registration number", example: "T1234567891234" },
  sg_gst: { name: "Singaporean GST number", example: "M12345678X" },
  za_vat: { name: "South African VAT number", example: "4123456789" },
} as const satisfies Partial<Record<StripeTaxIdType, { name: string; example: string }>>;

export type TaxIdType = keyof typeof types;

/** Each kind with its name and an example, for a form. */
export const taxIdKinds = Object.entries(types).map(([type, said]) => ({ type, ...said }));

/** What somebody may type as a tax number. Whether the number itself is one is Stripe's to say. */
export const taxIdForm = z.object({
  type: z.string().refine(isTaxIdType, "Choose a kind of the list."),
  value: z
    .string()
    .trim()
    .min(1, "Enter the number.")
    .max(60, "No tax number is as long as this.")
    .refine((text) => !/\p{Cc}/u.test(text), "A number has to stand on one line."),
});

function isTaxIdType(type: string): type is TaxIdType {
  return Object.hasOwn(types, type);
}

/** What a kind is called, for people; Stripe's own word for one that we don't name. */
export function taxIdName(type: string): string {
  return isTaxIdType(type) ? types[type].name : type;
}
