import type { Answer, Api, FormParams } from "../api";
import type { SubmitOperation } from "../protocol";

const PATHS: Record<SubmitOperation["name"], (intent: string) => string> = {
  confirm_payment_intent: (intent) => `/v1/payment_intents/${intent}/confirm`,
  confirm_setup_intent: (intent) => `/v1/setup_intents/${intent}/confirm`,
  create_payment_method: () => "/v1/payment_methods",
  create_token: () => "/v1/tokens",
  create_confirmation_token: () => "/v1/confirmation_tokens",
};

/** Posts a form to the API from this origin. */
export function submitForm(api: Api, operation: SubmitOperation, params: FormParams): Promise<Answer> {
  const intent = "intent" in operation ? encodeURIComponent(operation.intent) : "";
  return api.post(PATHS[operation.name](intent), params);
}
