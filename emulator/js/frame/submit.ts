import type { Answer, Api, FormParams, FormValue } from "../api";
import type { SubmitOperation } from "../protocol";

function params(value: FormValue): FormParams {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** The form's card and billing details, with what the page gives laid over them field by field. */
function withGiven(card: FormParams, given: FormValue): FormParams {
  const { billing_details, ...rest } = params(given);
  const own = params(card.billing_details);
  const theirs = params(billing_details);
  const address = { ...params(own.address), ...params(theirs.address) };
  return { ...card, ...rest, billing_details: { ...own, ...theirs, address } };
}

const PATHS: Record<SubmitOperation["name"], (intent: string) => string> = {
  confirm_payment_intent: (intent) => `/v1/payment_intents/${intent}/confirm`,
  confirm_setup_intent: (intent) => `/v1/setup_intents/${intent}/confirm`,
  create_payment_method: () => "/v1/payment_methods",
  create_confirmation_token: () => "/v1/confirmation_tokens",
};

/** Posts the card to the API from this origin, with what the page wants beside it. */
export function submitCard(
  api: Api,
  operation: SubmitOperation,
  given: FormParams,
  card: FormParams,
): Promise<Answer> {
  const intent = "intent" in operation ? encodeURIComponent(operation.intent) : "";
  const body =
    operation.name === "create_payment_method"
      ? withGiven(card, given)
      : { ...given, payment_method_data: withGiven(card, given.payment_method_data) };
  return api.post(PATHS[operation.name](intent), body);
}
