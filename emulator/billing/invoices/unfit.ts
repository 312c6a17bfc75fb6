import { type ErrorBody, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { money } from "../money";
import { MAXIMUM_CHARGE } from "../settlement";

type Invoice = Held<"invoice">;

const NOWHERE = {
  code: "customer_tax_location_invalid",
  message:
    "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
  type: "invalid_request_error",
} as const;

/** Why a draft can't be closed. */
type Reason = Pick<ErrorBody, "message"> & {
  readonly code: "amount_too_large" | "customer_tax_location_invalid";
  readonly type: "invalid_request_error";
};

/**
 * Why a draft can't be closed, or null where it can: taxes are to be worked out and nobody says where its customer is, or
 * it comes to more than can be charged.
 */
export function unfitness(work: Work, draft: Invoice): Reason | null {
  const { automatic_tax: tax, currency, customer } = draft;
  if (tax.enabled && !work.store.get("customer", customer ?? "")?.address?.country) return NOWHERE;
  if (draft.amount_due <= MAXIMUM_CHARGE) return null;
  const message = `Amount must be no more than ${money(MAXIMUM_CHARGE, currency)}`;
  return { code: "amount_too_large", message, type: "invalid_request_error" };
}

/** The refusal to close such a draft. With `keep` what was noted of it stays. */
export function unfit(reason: Reason, keep = false): StripeError {
  return new StripeError(400, reason, keep);
}

/**
 * Notes on a draft why it couldn't be closed; it stays a draft until somebody closes it by hand. Emits
 * `invoice.finalization_failed`. https://docs.stripe.com/invoicing/automatic-charging#finalization-errors
 */
export function noteUnfit(work: Work, draft: Invoice, reason: Reason): void {
  const failed = work.store.update("invoice", draft.id, {
    ...(reason === NOWHERE
      ? { automatic_tax: { ...draft.automatic_tax, status: "requires_location_inputs" } }
      : {}),
    last_finalization_error: reason,
  });
  work.emit("invoice.finalization_failed", failed);
}
