import { type Answer, type Api, type ApiError, type ApiObject, isObject } from "../api";
import type { FrameSetup } from "../protocol";
import { type SavedMethods, savedMethods } from "./saved-methods";

/** What a card's form is drawn from beside its options. */
export interface Loaded {
  /** Whether the card will be kept for later payments. */
  keepsCard: boolean;
  /** Whether a saved card's security code is asked for again. */
  asksCvcAgain: boolean;
  saved: SavedMethods;
}

const TERMINAL: readonly unknown[] = ["succeeded", "canceled", "requires_capture"];

/** Reads the intent a card's form is for, and what its customer has saved; the error where one can't be used. */
export async function load(api: Api, setup: FrameSetup): Promise<Loaded | { error: ApiError }> {
  const { keepsCard, asksCvcAgain, clientSecret, customerSession, type } = setup;
  const session = type === "payment" ? customerSession : null;
  const [saved, intent] = await Promise.all([
    savedMethods(api, session),
    clientSecret === null || type !== "payment" ? null : readIntent(api, clientSecret),
  ]);
  if ("error" in saved) return saved;
  if (intent === null) return { keepsCard, asksCvcAgain, saved };
  if (!intent.ok) return { error: intent.error };
  const { object } = intent;
  return {
    keepsCard: object.object === "setup_intent" || typeof object.setup_future_usage === "string",
    asksCvcAgain: cardOptions(object).require_cvc_recollection === true,
    saved,
  };
}

function cardOptions({ payment_method_options: options }: ApiObject): ApiObject {
  return isObject(options) && isObject(options.card) ? options.card : {};
}

async function readIntent(api: Api, clientSecret: string): Promise<Answer> {
  const id = clientSecret.replace(/_secret_.*$/, "");
  const setupIntent = id.startsWith("seti_");
  const collection = setupIntent ? "setup_intents" : "payment_intents";
  const answer = await api.get(`/v1/${collection}/${encodeURIComponent(id)}`, {
    client_secret: clientSecret,
  });
  if (!answer.ok || !TERMINAL.includes(answer.object.status)) return answer;
  const noun = setupIntent ? "SetupIntent" : "PaymentIntent";
  const message = `This ${noun} is in a terminal state and cannot be used to initialize Elements.`;
  const code = `${collection.slice(0, -1)}_unexpected_state`;
  return { ok: false, error: { type: "invalid_request_error", code, message } };
}
