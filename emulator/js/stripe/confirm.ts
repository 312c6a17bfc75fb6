import type { Answer, Api, ApiError, ApiObject, FormParams, FormValue } from "../api";
import type { SubmitOperation } from "../protocol";
import { withCollected } from "./collected";
import { requireAnnounced } from "./deferred";
import { ElementsGroup } from "./elements-group";
import { IntegrationError } from "./errors";
import { type IntentKind, type IntentReference, intentPath, parseClientSecret, secretOf } from "./intent";
import { leaveFor, returnUrl } from "./leave";
import { handleNextAction, retrieveIntent } from "./next-action";
import { PaymentElement } from "./payment-element";
import { requireHiddenFields } from "./required-fields";

export interface ConfirmOptions {
  elements?: unknown;
  clientSecret?: string;
  confirmParams?: { return_url?: string; [name: string]: FormValue };
  redirect?: "always" | "if_required";
}

export type IntentResult = { error: ApiError } | { paymentIntent: ApiObject } | { setupIntent: ApiObject };

const METHODS: Record<IntentKind, string> = { payment: "confirmPayment", setup: "confirmSetup" };
export const OPERATIONS: Record<IntentKind, SubmitOperation["name"] & `confirm_${string}`> = {
  payment: "confirm_payment_intent",
  setup: "confirm_setup_intent",
};

/** An answer in the form of Stripe.js: `{ paymentIntent }`, `{ setupIntent }` or `{ error }`. */
export function resultOf(kind: IntentKind, answer: Answer): IntentResult {
  if (!answer.ok) return { error: answer.error };
  return kind === "payment" ? { paymentIntent: answer.object } : { setupIntent: answer.object };
}

function groupOf(elements: unknown, caller: string): ElementsGroup | null {
  if (elements === undefined || elements === null) return null;
  if (elements instanceof ElementsGroup) return elements;
  throw new IntegrationError(
    `Invalid value for ${caller}: elements should be an object created by stripe.elements().`,
  );
}

/** Posts the confirmation: from the element's frame where the card is in it, else from here. */
async function confirm(
  api: Api,
  reference: IntentReference,
  group: ElementsGroup | null,
  params: FormParams,
): Promise<Answer> {
  const caller = `stripe.${METHODS[reference.kind]}()`;
  const given = params.payment_method !== undefined || params.confirmation_token !== undefined;
  if (!group || given) return api.post(`${intentPath(reference)}/confirm`, params);
  group.requireSubmitted(caller);
  if (group.clientSecret === null) {
    const intent = await retrieveIntent(api, reference);
    if (!intent.ok) return intent;
    requireAnnounced(group.announced, reference.kind, intent.object);
  }
  const element = group.payer(caller);
  const collected = await group.collect();
  if ("error" in collected) return { ok: false, error: collected.error };
  const operation: SubmitOperation = { name: OPERATIONS[reference.kind], intent: reference.id };
  const whole = withCollected(operation.name, params, collected);
  if (element instanceof PaymentElement) requireHiddenFields(element.options, whole, caller);
  return element.ask({ name: "submit", operation, params: whole });
}

/**
 * Confirms an intent with what its form holds, answers the bank's question if there is one, and then goes to
 * the `return_url` or, with `redirect: "if_required"`, hands the intent back.
 * @see https://docs.stripe.com/js/payment_intents/confirm_payment
 */
export async function confirmIntent(
  api: Api,
  kind: IntentKind,
  options: ConfirmOptions = {},
): Promise<IntentResult> {
  const caller = `stripe.${METHODS[kind]}()`;
  const group = groupOf(options.elements, caller);
  const secret = options.clientSecret ?? group?.clientSecret ?? undefined;
  if (secret === undefined) {
    throw new IntegrationError(`You must pass in a clientSecret when calling ${caller}.`);
  }
  const reference = parseClientSecret(secret, secretOf(METHODS[kind]), kind);
  const { return_url, ...confirmParams } = options.confirmParams ?? {};
  const always = options.redirect !== "if_required";
  if (always && !return_url) {
    throw new IntegrationError(
      `Missing value for ${caller}: confirmParams.return_url is required unless redirect is "if_required".`,
    );
  }
  const answer = await confirm(api, reference, group, {
    ...confirmParams,
    return_url,
    client_secret: reference.clientSecret,
    use_stripe_sdk: true,
  });
  const settled = answer.ok ? await handleNextAction(api, reference, answer.object) : answer;
  if (settled.ok && always && return_url) return leaveFor(returnUrl(return_url, reference, settled.object));
  return resultOf(kind, settled);
}
