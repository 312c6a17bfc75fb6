import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type SetupIntent = Held<"setup_intent">;

/** What differs between setup intents at birth; everything else starts empty. */
export type SetupStart = Partial<Omit<SetupIntent, "id" | "object" | "client_secret" | "created" | "status">>;

/** Puts a new SetupIntent into the store and emits `setup_intent.created`. */
export function createSetupIntent(work: Work, start: SetupStart): SetupIntent {
  const id = work.newId("setup_intent");
  const intent = work.store.put("setup_intent", {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${work.random(25)}`,
    created: work.now(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: ["card"],
    single_use_mandate: null,
    status: start.payment_method ? "requires_confirmation" : "requires_payment_method",
    usage: "off_session",
    ...start,
  });
  work.emit("setup_intent.created", intent);
  return intent;
}
