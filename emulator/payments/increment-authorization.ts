import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { checkAmount } from "./amount";
import { refuseCapture } from "./states";

type PaymentIntent = Held<"payment_intent">;

/**
 * Authorizes more on a card that has been asked for that beforehand. Emits `charge.updated` and
 * `payment_intent.amount_capturable_updated`. https://docs.stripe.com/payments/incremental-authorization
 */
export function incrementAuthorization(
  work: Work,
  intent: PaymentIntent,
  amount: number,
  fields: Partial<Pick<PaymentIntent, "description" | "metadata" | "statement_descriptor">>,
): PaymentIntent {
  refuseCapture(intent);
  const charge = work.store.must("charge", intent.latest_charge ?? "");
  const card = charge.payment_method_details?.card;
  if (card?.incremental_authorization?.status !== "available") {
    throw invalidRequest(`This PaymentIntent's charge doesn't support incremental authorizations.`, {
      code: "payment_intent_unexpected_state",
    });
  }
  if (amount <= intent.amount) {
    throw invalidRequest("The amount must be greater than the currently authorized amount.", {
      param: "amount",
    });
  }
  checkAmount(amount, intent.currency);
  const before = work.snapshot(charge);
  const raised = work.store.update("charge", charge.id, {
    amount,
    payment_method_details: {
      ...charge.payment_method_details,
      type: "card",
      card: { ...card, amount_authorized: amount },
    },
  });
  work.emit("charge.updated", raised, before);
  const incremented = work.store.update("payment_intent", intent.id, {
    ...fields,
    amount,
    amount_capturable: amount,
  });
  work.emit("payment_intent.amount_capturable_updated", incremented);
  return incremented;
}
