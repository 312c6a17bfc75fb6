import type { Answer, Api, ApiObject } from "../api";
import { isObject } from "../api";
import { challenge } from "./challenge";
import { type IntentReference, intentPath, lastError } from "./intent";
import { leaveFor } from "./leave";

const AUTHENTICATION_FAILED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/** Where the question of a `use_stripe_sdk` action is asked: the stand-in's page for its challenge. */
function challengeUrl(api: Api, action: ApiObject): URL | null {
  const sdk = action.use_stripe_sdk;
  if (!isObject(sdk) || typeof sdk.three_d_secure_2_source !== "string") return null;
  return new URL(`/3ds/${encodeURIComponent(sdk.three_d_secure_2_source)}`, api.origin);
}

function redirectUrl(action: ApiObject): string | null {
  const redirect = action.redirect_to_url;
  return isObject(redirect) && typeof redirect.url === "string" ? redirect.url : null;
}

/** Reads the intent as it is now, as the holder of its secret may. */
export function retrieveIntent(api: Api, reference: IntentReference): Promise<Answer> {
  return api.get(intentPath(reference), { client_secret: reference.clientSecret });
}

function failure(reference: IntentReference, intent: ApiObject): Answer {
  const error = lastError(reference.kind, intent);
  const code =
    typeof error?.code === "string" ? error.code : `${reference.kind}_intent_authentication_failure`;
  const failedAuthentication = code.endsWith("_authentication_failure");
  const type = typeof error?.type === "string" ? error.type : "invalid_request_error";
  const message =
    typeof error?.message === "string" && !failedAuthentication ? error.message : AUTHENTICATION_FAILED;
  return { ok: false, error: { ...error, type, code, message, [`${reference.kind}_intent`]: intent } };
}

/**
 * Takes an intent through what its bank asks, in a modal or by leaving for another page, and answers with
 * the intent as it is then, or with the error of the failed attempt.
 */
export async function handleNextAction(
  api: Api,
  reference: IntentReference,
  intent: ApiObject,
): Promise<Answer> {
  const action = intent.next_action;
  if (intent.status !== "requires_action" || !isObject(action)) return { ok: true, object: intent };
  const redirect = redirectUrl(action);
  if (redirect) return leaveFor(redirect);
  const url = challengeUrl(api, action);
  if (!url) return { ok: true, object: intent };
  url.searchParams.set("parent", window.location.origin);
  await challenge(url);
  const answer = await retrieveIntent(api, reference);
  if (!answer.ok || answer.object.status !== "requires_payment_method") return answer;
  return failure(reference, answer.object);
}
