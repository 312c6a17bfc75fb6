import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { Params } from "./check";
import { customFields } from "./custom-fields";

type Session = Held<"checkout.session">;

/** What the page is to ask for, and what is to come of a payment beside it. */
export function collected({
  automatic_tax: tax,
  consent_collection: consent,
  custom_fields,
  custom_text,
  invoice_creation: invoice,
  mode,
  saved_payment_method_options: saved,
  shipping_address_collection,
  tax_id_collection: taxId,
}: Params): Partial<Session> {
  const data = invoice?.invoice_data;
  return {
    automatic_tax: {
      enabled: tax?.enabled ?? false,
      liability: tax?.enabled ? { type: "self" } : null,
      provider: tax?.enabled ? "stripe" : null,
      status: tax?.enabled ? "complete" : null,
    },
    consent_collection: consent
      ? {
          payment_method_reuse_agreement: consent.payment_method_reuse_agreement ?? null,
          promotions: consent.promotions ?? null,
          terms_of_service: consent.terms_of_service ?? null,
        }
      : null,
    custom_fields: customFields(custom_fields),
    custom_text: {
      after_submit: custom_text?.after_submit || null,
      shipping_address: custom_text?.shipping_address || null,
      submit: custom_text?.submit || null,
      terms_of_service_acceptance: custom_text?.terms_of_service_acceptance || null,
    },
    invoice_creation:
      mode === "payment"
        ? {
            enabled: invoice?.enabled ?? false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: data?.custom_fields || null,
              description: data?.description ?? null,
              footer: data?.footer ?? null,
              issuer: null,
              metadata: mergeMetadata(null, data?.metadata),
              rendering_options: null,
            },
          }
        : null,
    saved_payment_method_options: {
      allow_redisplay_filters: saved?.allow_redisplay_filters ?? ["always"],
      payment_method_remove: saved?.payment_method_remove ?? "disabled",
      payment_method_save: saved?.payment_method_save ?? "disabled",
    },
    shipping_address_collection: shipping_address_collection ?? null,
    ...(taxId ? { tax_id_collection: { enabled: taxId.enabled, required: taxId.required ?? "never" } } : {}),
  };
}
