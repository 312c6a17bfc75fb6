import { type Answer, type Api, type FormValue, isObject } from "../api";
import type { SubmitOperation } from "../protocol";

type Params = Record<string, FormValue>;

interface Request {
  path: string;
  params: Params;
}

function merged(card: Params, given: FormValue): Params {
  if (!isObject(given)) return card;
  const { billing_details, ...rest } = given as Params;
  const own = isObject(card.billing_details) ? card.billing_details : {};
  const theirs = isObject(billing_details) ? billing_details : {};
  const address = {
    ...(isObject(own.address) ? own.address : {}),
    ...(isObject(theirs.address) ? theirs.address : {}),
  };
  return { ...card, ...rest, billing_details: { ...own, ...theirs, address } as Params };
}

function request(operation: SubmitOperation, params: Params, card: Params): Request {
  const withCard = { ...params, payment_method_data: merged(card, params.payment_method_data) };
  if (operation.name === "create_payment_method")
    return { path: "/v1/payment_methods", params: merged(card, params) };
  if (operation.name === "create_confirmation_token")
    return { path: "/v1/confirmation_tokens", params: withCard };
  const collection = operation.name === "confirm_payment_intent" ? "payment_intents" : "setup_intents";
  return { path: `/v1/${collection}/${encodeURIComponent(operation.intent)}/confirm`, params: withCard };
}

/** Posts the card to the API from this origin, with what the page wants beside it. */
export function submitCard(
  api: Api,
  operation: SubmitOperation,
  params: Params,
  card: Params,
): Promise<Answer> {
  const { path, params: body } = request(operation, params, card);
  return api.post(path, body);
}
