import { type Answer, type Api, type FormParams, isObject } from "../api";
import { CardElement } from "./card-element";
import { type IntentResult, OPERATIONS, resultOf } from "./confirm";
import { type IntentKind, type IntentReference, intentPath, parseClientSecret, secretOf } from "./intent";
import { handleNextAction } from "./next-action";
import { paramsOf } from "./params-of";

/** What the older confirmations are given: a payment method's id, or what one is to be made of. */
export interface CardConfirmation {
  payment_method?: unknown;
  [name: string]: unknown;
}

const METHODS: Record<IntentKind, string> = { payment: "confirmCardPayment", setup: "confirmCardSetup" };

/**
 * Confirms an intent as was usual before the Payment Element: with a card known already, a Card Element or
 * a token.
 * @see https://docs.stripe.com/js/payment_intents/confirm_card_payment
 */
export async function confirmCard(
  api: Api,
  kind: IntentKind,
  clientSecret: string,
  data: CardConfirmation = {},
  options: { handleActions?: boolean } = {},
): Promise<IntentResult> {
  const reference = parseClientSecret(clientSecret, secretOf(METHODS[kind]), kind);
  const answer = await post(api, reference, data);
  if (!answer.ok || options.handleActions === false) return resultOf(kind, answer);
  return resultOf(kind, await handleNextAction(api, reference, answer.object));
}

function post(
  api: Api,
  reference: IntentReference,
  { payment_method: method, ...data }: CardConfirmation,
): Promise<Answer> {
  const params: FormParams = {
    ...paramsOf(data),
    client_secret: reference.clientSecret,
    use_stripe_sdk: true,
  };
  const path = `${intentPath(reference)}/confirm`;
  if (!isObject(method)) return api.post(path, { ...params, ...paramsOf({ payment_method: method }) });
  const { card, ...rest } = method;
  if (card instanceof CardElement) {
    const operation = { name: OPERATIONS[reference.kind], intent: reference.id };
    return card.ask({
      name: "submit",
      operation,
      params: { ...params, payment_method_data: paramsOf(rest) },
    });
  }
  return api.post(path, { ...params, payment_method_data: { type: "card", ...paramsOf(method) } });
}
