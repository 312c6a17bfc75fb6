import { cardError } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Call } from "../core/work";
import { declineBody } from "./decline-body";
import { refuseForeignUse } from "./method-owner";
import { attemptSetup } from "./setup-attempt";
import { missingSetupMethod, refuseSetupConfirm } from "./setup-states";

type SetupIntent = Held<"setup_intent">;

/**
 * Tries to set a payment method up, the one given or else the intent's own. Throws 402 for a declined card,
 * of which the failed attempt and its events stay. https://docs.stripe.com/api/setup_intents/confirm
 */
export function confirmSetup(
  call: Call<{ readonly return_url?: string; readonly use_stripe_sdk?: boolean }>,
  intent: SetupIntent,
  given: Held<"payment_method"> | null,
): SetupIntent {
  const method = given ?? (intent.payment_method && call.store.must("payment_method", intent.payment_method));
  if (!method) throw missingSetupMethod(intent);
  refuseSetupConfirm(intent);
  refuseForeignUse(method, intent.customer, "SetupIntent");
  const attempt = attemptSetup(call, intent, method, {
    returnUrl: call.params.use_stripe_sdk ? null : (call.params.return_url ?? null),
  });
  if (attempt.result === "declined") {
    const objects = { payment_method: attempt.method, setup_intent: attempt.intent };
    throw cardError({ ...declineBody(attempt.decline), ...objects }, true);
  }
  return attempt.intent;
}
