import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import { referenced } from "../core/lookup";
import type { Call } from "../core/work";

const PARAM = "payment_method_options[card][cvc_token]";

export type CodeGiven = {
  readonly payment_method_options?: { readonly card?: "" | { readonly cvc_token?: string } };
};

/**
 * Spends the token of a security code that was typed again, of which no issuer here minds the digits. Throws 400 without one where the
 * intent asks for it, its card is a customer's, and the customer is there; and for a token of something else or used before.
 * https://docs.stripe.com/api/payment_intents/create#create_payment_intent-payment_method_options-card-require_cvc_recollection
 */
export function takeSecurityCode(
  call: Call<CodeGiven>,
  { payment_method_options: options }: Held<"payment_intent">,
  { customer }: Held<"payment_method">,
  offSession: boolean,
): void {
  const id = (call.params.payment_method_options?.card || undefined)?.cvc_token;
  if (id !== undefined) {
    spend(call, id);
    return;
  }
  if (!options?.card?.require_cvc_recollection || customer === null || offSession) return;
  throw invalidRequest(
    "This PaymentIntent requires the CVC of a saved card to be collected again. Confirm it with `payment_method_options[card][cvc_token]`.",
    { code: "parameter_missing", param: PARAM },
  );
}

function spend(call: Call<unknown>, id: string): void {
  const token = referenced(call, "token", id, PARAM);
  if (token.type !== "cvc_update") {
    throw invalidRequest(`The token ${id} is not a CVC update token.`, { param: PARAM });
  }
  if (token.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: "token_already_used",
      param: PARAM,
    });
  }
  call.store.update("token", id, { used: true });
}
