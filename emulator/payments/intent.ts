import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type PaymentIntent = Held<"payment_intent">;

/** What differs between intents at birth; everything else starts empty. */
export type IntentStart = Pick<PaymentIntent, "amount" | "currency"> &
  Partial<Omit<PaymentIntent, "id" | "object" | "client_secret" | "created" | "status">>;

/** Puts a new PaymentIntent into the store and emits `payment_intent.created`. */
export function createIntent(work: Work, start: IntentStart): PaymentIntent {
  const id = work.newId("payment_intent");
  const intent = work.store.put("payment_intent", {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${work.random(25)}`,
    confirmation_method: "automatic",
    created: work.now(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: start.payment_method ? "requires_confirmation" : "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
    ...start,
  });
  work.emit("payment_intent.created", intent);
  return intent;
}
