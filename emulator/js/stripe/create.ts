import type { Answer, Api, ApiError, ApiObject, FormParams } from "../api";
import type { SubmitOperation } from "../protocol";
import { CardElement } from "./card-element";
import { withCollected } from "./collected";
import { ElementsGroup } from "./elements-group";
import { IntegrationError } from "./errors";
import { paramsOf } from "./params-of";

interface WithElements {
  elements?: unknown;
  params?: FormParams;
}

async function submitted(operation: SubmitOperation, given: WithElements, caller: string) {
  const { elements, params = {} } = given;
  if (!(elements instanceof ElementsGroup)) {
    throw new IntegrationError(
      `Invalid value for ${caller}: elements should be an object created by stripe.elements().`,
    );
  }
  elements.requireSubmitted(caller);
  const element = elements.payer(caller);
  const collected = await elements.collect();
  if ("error" in collected) return { ok: false, error: collected.error } as const;
  const whole = withCollected(operation.name, params, collected);
  return element.ask({ name: "submit", operation, params: whole });
}

/**
 * Makes a payment method of what the form holds.
 * @see https://docs.stripe.com/js/payment_methods/create_payment_method_elements
 */
export async function createPaymentMethod(
  api: Api,
  given: WithElements & { type?: string; card?: unknown; [name: string]: unknown },
): Promise<{ error: ApiError } | { paymentMethod: ApiObject }> {
  const { elements, card, ...data } = given;
  const answer = await made();
  return answer.ok ? { paymentMethod: answer.object } : { error: answer.error };

  function made(): Promise<Answer> {
    const operation = { name: "create_payment_method" } as const;
    if (elements !== undefined) return submitted(operation, given, "stripe.createPaymentMethod()");
    if (card instanceof CardElement) return card.ask({ name: "submit", operation, params: paramsOf(data) });
    return api.post("/v1/payment_methods", paramsOf({ ...data, card }));
  }
}

/**
 * Makes a confirmation token of what the form holds, for a server to confirm with.
 * @see https://docs.stripe.com/js/confirmation_tokens/create_confirmation_token
 */
export async function createConfirmationToken(
  given: WithElements = {},
): Promise<{ error: ApiError } | { confirmationToken: ApiObject }> {
  const caller = "stripe.createConfirmationToken()";
  const answer = await submitted({ name: "create_confirmation_token" }, given, caller);
  return answer.ok ? { confirmationToken: answer.object } : { error: answer.error };
}
