import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { declines } from "./cards/declines";
import type { Decline, Outcome } from "./cards/types";
import { cardBehind, cardRecord } from "./issuer";
import type { CardRecord } from "./records";

const challenged: Outcome = { result: "requires_action" };

/** What charging the payment method will come to, with the customer there or not. */
export function chargeOutcome(
  work: Work,
  intent: Held<"payment_intent">,
  method: Held<"payment_method">,
  offSession: boolean,
): Outcome {
  const { behaviour } = cardBehind(work, method);
  const refusal = refusalOf(cardRecord(work, method));
  if (refusal !== undefined) return { result: "declined", decline: refusal };
  if (offSession) {
    return cardRecord(work, method).setUp ? behaviour.chargeOffSessionAfterSetup : behaviour.chargeOffSession;
  }
  return asked(intent.payment_method_options?.card) && behaviour.chargeOnSession.result === "succeeded"
    ? challenged
    : behaviour.chargeOnSession;
}

/** Why the card's bank refuses its next payment, whatever the card; undefined where it doesn't. */
function refusalOf({ refusals }: CardRecord): Decline | undefined {
  return refusals !== undefined && refusals.left > 0 ? declines.get(refusals.code) : undefined;
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
