import { StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

type Invoice = Held<"invoice">;

const NOWHERE = {
  code: "customer_tax_location_invalid",
  message:
    "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
  type: "invalid_request_error",
} as const;

/** Whether a draft can't be closed: taxes are to be worked out, and nobody says where its customer is. */
export function isUnfit(work: Work, { automatic_tax: tax, customer }: Invoice): boolean {
  return tax.enabled && !work.store.get("customer", customer ?? "")?.address?.country;
}

/** The refusal to close such a draft. With `keep` what was noted of it stays. */
export function unfit(keep = false): StripeError {
  return new StripeError(400, NOWHERE, keep);
}

/**
 * Notes on a draft why it couldn't be closed; it stays a draft until somebody closes it by hand. Emits
 * `invoice.finalization_failed`. https://docs.stripe.com/invoicing/automatic-charging#finalization-errors
 */
export function noteUnfit(work: Work, draft: Invoice): void {
  const failed = work.store.update("invoice", draft.id, {
    automatic_tax: { ...draft.automatic_tax, status: "requires_location_inputs" },
    last_finalization_error: NOWHERE,
  });
  work.emit("invoice.finalization_failed", failed);
}
