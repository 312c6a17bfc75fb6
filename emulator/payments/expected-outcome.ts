import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Outcome } from "./cards/types";
import { cardBehind, cardRecord } from "./issuer";

const challenged: Outcome = { result: "requires_action" };

/** What charging the payment method will come to, with the customer there or not. */
export function chargeOutcome(
  work: Work,
  intent: Held<"payment_intent">,
  method: Held<"payment_method">,
  offSession: boolean,
): Outcome {
  const { behaviour } = cardBehind(work, method);
  if (offSession) {
    return cardRecord(work, method).setUp ? behaviour.chargeOffSessionAfterSetup : behaviour.chargeOffSession;
  }
  return asked(intent.payment_method_options?.card) && behaviour.chargeOnSession.result === "succeeded"
    ? challenged
    : behaviour.chargeOnSession;
}

/** What setting the payment method up will come to. */
export function setupOutcome(
  work: Work,
  intent: Held<"setup_intent">,
  method: Held<"payment_method">,
): Outcome {
  const { setup } = cardBehind(work, method).behaviour;
  return asked(intent.payment_method_options?.card) && setup.result === "succeeded" ? challenged : setup;
}

function asked(options: { readonly request_three_d_secure?: string | null } | undefined): boolean {
  return options?.request_three_d_secure === "any" || options?.request_three_d_secure === "challenge";
}
