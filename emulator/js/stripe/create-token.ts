import type { ApiError, ApiObject, FormParams } from "../api";
import { CardElement } from "./card-element";
import { notImplemented } from "./errors";

/**
 * Makes a token of a card, for servers that still take these.
 * @see https://docs.stripe.com/js/tokens/create_token?type=cardElement
 */
export async function createToken(
  element: unknown,
  data: FormParams = {},
): Promise<{ error: ApiError } | { token: ApiObject }> {
  if (!(element instanceof CardElement)) notImplemented("stripe.createToken() of anything but a card");
  const operation = { name: "create_token" } as const;
  const answer = await element.ask({ name: "submit", operation, params: { card: data } });
  return answer.ok ? { token: answer.object } : { error: answer.error };
}
