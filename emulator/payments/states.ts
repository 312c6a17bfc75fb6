import { invalidRequest, StripeError } from "../core/errors";
import type { Held } from "../core/kinds";

type PaymentIntent = Held<"payment_intent">;
type Status = PaymentIntent["status"];

const CANCELABLE: readonly Status[] = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
  "processing",
];

/** The statuses in which an intent's amount and payment method may still change. */
const OPEN: readonly Status[] = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** @throws StripeError where the payment's status doesn't let it be confirmed; the words are Stripe's */
export function refuseConfirm(intent: PaymentIntent): void {
  if (OPEN.includes(intent.status)) return;
  const because =
    intent.status === "succeeded"
      ? "it has already succeeded after being previously confirmed"
      : `it has a status of ${intent.status}`;
  throw unexpectedState(intent, `You cannot confirm this PaymentIntent because ${because}.`);
}

/** The refusal to confirm a payment that has no payment method. */
export function missingMethod(intent: PaymentIntent): StripeError {
  return unexpectedState(
    intent,
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
  );
}

/** @throws StripeError where nothing is authorized that could be captured */
export function refuseCapture(intent: PaymentIntent): void {
  if (intent.status === "requires_capture") return;
  throw unexpectedState(
    intent,
    `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
  );
}

/** @throws StripeError where the payment's status doesn't let it be canceled */
export function refuseCancel(intent: PaymentIntent): void {
  if (CANCELABLE.includes(intent.status)) return;
  throw unexpectedState(
    intent,
    `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(", ")}.`,
  );
}

/** @throws StripeError where the payment's amount is settled already */
export function refuseAmount(intent: PaymentIntent): void {
  if (OPEN.includes(intent.status)) return;
  throw unexpectedState(
    intent,
    `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: ${OPEN.join(", ")}.`,
    "amount",
  );
}

/** What is paid, authorized or given up is paid with nothing else any more. */
export function refuseMethod(intent: PaymentIntent): void {
  if (OPEN.includes(intent.status)) return;
  throw unexpectedState(
    intent,
    `This PaymentIntent's payment method could not be updated because it has a status of ${intent.status}. You may only update the payment method of a PaymentIntent with one of the following statuses: ${OPEN.join(", ")}.`,
    "payment_method",
  );
}

function unexpectedState(intent: PaymentIntent, message: string, param?: string): StripeError {
  const { status, body } = invalidRequest(message, {
    code: "payment_intent_unexpected_state",
    ...(param === undefined ? {} : { param }),
  });
  return new StripeError(status, { ...body, payment_intent: intent });
}
