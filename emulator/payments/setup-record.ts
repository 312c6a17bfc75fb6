import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type SetupAttempt = Held<"setup_attempt">;

/** Puts the record of one try at a SetupIntent into the store and gives its id. */
export function recordSetupAttempt(
  work: Work,
  intent: Held<"setup_intent">,
  method: Held<"payment_method">,
  status: "succeeded" | "failed" | "requires_action",
  error: SetupAttempt["setup_error"],
): string {
  const { card } = method;
  return work.store.put("setup_attempt", {
    id: work.newId("setup_attempt"),
    object: "setup_attempt",
    application: null,
    created: work.now(),
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: {
      ...(card
        ? {
            card: {
              brand: card.brand,
              checks: card.checks,
              country: card.country,
              exp_month: card.exp_month,
              exp_year: card.exp_year,
              fingerprint: card.fingerprint ?? null,
              funding: card.funding,
              last4: card.last4,
              network: card.brand,
              three_d_secure: null,
              wallet: null,
            },
          }
        : {}),
      type: "card",
    },
    setup_error: error,
    setup_intent: intent.id,
    status,
    usage: intent.usage,
  }).id;
}
