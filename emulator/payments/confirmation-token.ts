import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import { referenced } from "../core/lookup";
import type { Call } from "../core/work";

type ConfirmationToken = Held<"confirmation_token">;

/** What a confirmation may take from a token, unless it says it itself. */
type Confirmation = {
  readonly confirm?: boolean;
  readonly confirmation_token?: string;
  readonly payment_method?: string;
  readonly payment_method_options?: object;
  readonly return_url?: string;
  readonly use_stripe_sdk?: boolean;
};

/**
 * The token a confirmation is made with, or null. Refuses one that was used or has expired.
 * https://docs.stripe.com/payments/finalize-payments-on-the-server
 */
export function tokenOf(call: Call<Confirmation>): ConfirmationToken | null {
  const { confirmation_token: id } = call.params;
  if (id === undefined) return null;
  const token = referenced(call, "confirmation_token", id, "confirmation_token");
  refuseSpent(token, call.now());
  return token;
}

/** The confirmation with what its token holds in the places the request leaves open. */
export function withToken<Params extends Confirmation>(
  call: Call<Params>,
  token: ConfirmationToken | null,
): Call<Params> {
  if (token === null) return call;
  const { method, payment_method_options: options, return_url, use_stripe_sdk } = token;
  const code = options?.card?.cvc_token;
  const held = {
    payment_method: method,
    ...(code ? { payment_method_options: { card: { cvc_token: code } } } : {}),
    ...(return_url === null ? {} : { return_url }),
    use_stripe_sdk,
  };
  return { ...call, params: { ...held, ...call.params } };
}

/** From now on the token is good for nothing: it has confirmed the intent, whatever comes of that. */
export function spendToken(
  { store }: Call<unknown>,
  token: ConfirmationToken | null,
  { id, object }: Held<"payment_intent"> | Held<"setup_intent">,
): void {
  if (token === null) return;
  store.update("confirmation_token", token.id, { expires_at: null, [object]: id });
}

function refuseSpent({ id, expires_at, payment_intent, setup_intent }: ConfirmationToken, now: number): void {
  const intent = payment_intent ?? setup_intent;
  if (intent !== null) {
    throw invalidRequest(
      `The ConfirmationToken ${id} was already used to confirm ${intent}, and may not be used again.`,
      { code: "token_already_used", param: "confirmation_token" },
    );
  }
  if (expires_at === null || expires_at > now) return;
  throw invalidRequest(`The ConfirmationToken ${id} has expired.`, { param: "confirmation_token" });
}

/** A token confirms; it can't be left with an intent for later. */
export function refuseIdleToken({ confirm, confirmation_token }: Confirmation): void {
  if (confirmation_token === undefined || confirm) return;
  throw invalidRequest("The parameter `confirmation_token` can only be given with `confirm` set to `true`.", {
    param: "confirmation_token",
  });
}
