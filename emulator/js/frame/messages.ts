/** What is wrong with a field, in Stripe's codes and words. https://docs.stripe.com/error-codes */
export const MESSAGES = {
  incomplete_number: "Your card number is incomplete.",
  invalid_number: "Your card number is invalid.",
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month: "Your card's expiration date is invalid.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_year: "Your card's expiration year is invalid.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
  incomplete_zip: "Your postal code is incomplete.",
  incomplete_name: "Your name is incomplete.",
  incomplete_email: "Your email is incomplete.",
  invalid_email: "Your email is invalid.",
  incomplete_phone: "Your phone number is incomplete.",
  invalid_po_box: "PO boxes are not accepted.",
  incomplete_field: "This field is incomplete.",
} as const;

export type ProblemCode = keyof typeof MESSAGES;

/** True for what more typing can mend: it is told only once the field is left. */
export function isIncomplete(code: ProblemCode): boolean {
  return code.startsWith("incomplete_");
}
