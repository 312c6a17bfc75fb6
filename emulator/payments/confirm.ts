import { followInvoice } from "../billing/invoices/after-attempt";
import { cardError, invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Call } from "../core/work";
import { attemptPayment } from "./attempt";
import { authenticationRequired } from "./cards/declines";
import { declineBody, declinedCard } from "./decline-body";
import { chargeOutcome } from "./expected-outcome";
import { refuseForeignUse } from "./method-owner";
import { type CodeGiven, takeSecurityCode } from "./security-code";
import { missingMethod, refuseConfirm } from "./states";

type PaymentIntent = Held<"payment_intent">;

export type ConfirmManner = CodeGiven & {
  readonly error_on_requires_action?: boolean;
  readonly off_session?: boolean | "one_off" | "recurring";
  readonly return_url?: string;
  readonly use_stripe_sdk?: boolean;
};

/**
 * Tries to pay an intent, with the payment method given or else its own, as a confirmation asks. Throws 402 for a declined card, of which the failed charge
 * and its events stay. https://docs.stripe.com/api/payment_intents/confirm
 */
export function confirmPayment(
  call: Call<ConfirmManner>,
  intent: PaymentIntent,
  given: Held<"payment_method"> | null,
): PaymentIntent {
  refuseConfirm(intent);
  const method = given ?? presentMethod(call, intent);
  refuseForeignUse(method, intent.customer, "PaymentIntent");
  refuseNoReturn(call.params, call.publishable, intent);
  const offSession = call.params.off_session !== undefined && call.params.off_session !== false;
  takeSecurityCode(call, intent, method, offSession);
  if (call.params.error_on_requires_action) {
    const outcome = chargeOutcome(call, intent, method, offSession);
    if (outcome.result === "requires_action") throw declinedCard(authenticationRequired);
  }
  const attempt = attemptPayment(call, intent, method, {
    offSession,
    returnUrl: call.params.use_stripe_sdk ? null : (call.params.return_url ?? null),
  });
  followInvoice(call, attempt);
  if (attempt.result === "declined") {
    const { decline, charge } = attempt;
    const objects = { charge: charge.id, payment_intent: attempt.intent, payment_method: attempt.method };
    throw cardError({ ...declineBody(decline), ...objects }, true);
  }
  return call.store.must("payment_intent", intent.id);
}

function presentMethod(call: Call<unknown>, intent: PaymentIntent): Held<"payment_method"> {
  if (intent.payment_method === null) throw missingMethod(intent);
  return call.store.must("payment_method", intent.payment_method);
}

/** A server that accepts methods which redirect has to say where to; Stripe.js brings its own way back. */
function refuseNoReturn(params: ConfirmManner, publishable: boolean, intent: PaymentIntent): void {
  const automatic = intent.automatic_payment_methods;
  const redirects = automatic?.enabled === true && automatic.allow_redirects !== "never";
  if (!redirects || publishable || params.return_url || params.use_stripe_sdk) return;
  throw invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    { param: "return_url" },
  );
}
