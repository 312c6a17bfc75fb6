import type { Held } from "../../core/kinds";
import type { Phase, Schedule } from "./phase";

type Terms = Pick<
  Held<"subscription">,
  "collection_method" | "days_until_due" | "default_payment_method" | "description"
>;

/** How a subscription is billed during a phase: as the phase says, else as its schedule does. */
export function termsOf({ default_settings: usual }: Schedule, phase: Phase): Terms {
  const method = phase.collection_method ?? usual.collection_method ?? "charge_automatically";
  const days = phase.invoice_settings?.days_until_due ?? usual.invoice_settings.days_until_due;
  return {
    collection_method: method,
    days_until_due: method === "send_invoice" ? days : null,
    default_payment_method: phase.default_payment_method ?? usual.default_payment_method,
    description: phase.description ?? usual.description,
  };
}
