import { invalidRequest, StripeError } from "../core/errors";
import type { Held } from "../core/kinds";

type SetupIntent = Held<"setup_intent">;

/** The refusal to confirm a setup that has no payment method. */
export function missingSetupMethod(intent: SetupIntent): StripeError {
  return unexpectedState(
    intent,
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
  );
}

/** @throws StripeError where the setup is over and can't be confirmed; the words are Stripe's */
export function refuseSetupConfirm(intent: SetupIntent): void {
  if (intent.status === "succeeded") {
    throw unexpectedState(intent, "You cannot confirm this SetupIntent because it has already succeeded.");
  }
  if (intent.status === "canceled") {
    throw unexpectedState(intent, "You cannot confirm this SetupIntent because it has been canceled.");
  }
}

/** @throws StripeError where the setup is over or under way and can't be canceled; the words are Stripe's */
export function refuseSetupCancel(intent: SetupIntent): void {
  if (intent.status === "canceled") {
    throw unexpectedState(intent, "You cannot cancel this SetupIntent because it is already canceled.");
  }
  if (intent.status !== "succeeded" && intent.status !== "processing") return;
  throw unexpectedState(
    intent,
    `You cannot cancel this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be canceled: \`requires_payment_method\`, \`requires_confirmation\`, or \`requires_action\`.`,
  );
}

/** What was set up stays so; only its description and metadata may still change. */
export function refuseSetupChange(intent: SetupIntent): void {
  if (intent.status === "canceled") {
    throw unexpectedState(intent, "You cannot update this SetupIntent because it has been canceled.");
  }
  if (intent.status !== "succeeded") return;
  throw unexpectedState(intent, "You cannot update this SetupIntent because it has already succeeded.");
}

function unexpectedState(intent: SetupIntent, message: string): StripeError {
  const { status, body } = invalidRequest(message, { code: "setup_intent_unexpected_state" });
  return new StripeError(status, { ...body, setup_intent: intent });
}
