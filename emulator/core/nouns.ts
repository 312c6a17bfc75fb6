import type { Kind } from "./kinds";

/** The words Stripe's messages use, where they are not the kind's name with spaces. */
const NOUNS: Readonly<Partial<Record<Kind, string>>> = {
  "entitlements.active_entitlement": "active entitlement",
  "entitlements.feature": "feature",
  invoiceitem: "Invoice Item",
  payment_intent: "payment_intent",
  payment_method: "PaymentMethod",
  setup_intent: "setupintent",
};

/** What Stripe's messages call an object of a kind. */
export function nounOf(kind: Kind): string {
  return NOUNS[kind] ?? kind.replaceAll("_", " ");
}
