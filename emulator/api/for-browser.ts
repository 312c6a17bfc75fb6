/** What a browser may see of an intent: what Stripe.js tells of it, and nothing of the seller's own. https://docs.stripe.com/js/payment_intents/retrieve_payment_intent */
const SHOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  payment_intent: new Set([
    "id",
    "object",
    "amount",
    "amount_details",
    "automatic_payment_methods",
    "canceled_at",
    "cancellation_reason",
    "capture_method",
    "client_secret",
    "confirmation_method",
    "created",
    "currency",
    "description",
    "last_payment_error",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_configuration_details",
    "payment_method_options",
    "payment_method_types",
    "processing",
    "receipt_email",
    "setup_future_usage",
    "shipping",
    "source",
    "status",
  ]),
  setup_intent: new Set([
    "id",
    "object",
    "automatic_payment_methods",
    "cancellation_reason",
    "client_secret",
    "created",
    "description",
    "last_setup_error",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_configuration_details",
    "payment_method_options",
    "payment_method_types",
    "status",
    "usage",
  ]),
};

/** An object as an answer to a publishable key shows it. */
export function forBrowser(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const shown = SHOWN[String(object.object)];
  if (shown === undefined) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => shown.has(name)));
}
