import { type Answer, type Api, type ApiError, type ApiObject, isObject } from "../api";
import type { FrameSetup, Price } from "../protocol";
import { NOTHING_SHOWN, readSession, type SavedMethods } from "./saved-methods";

/** What a card's form is drawn from beside its options. */
export interface Loaded {
  /** Whether the card will be kept for later payments. */
  keepsCard: boolean;
  /** Whether a saved card's security code is asked for again. */
  asksCvcAgain: boolean;
  saved: SavedMethods;
  /** The wallets that are switched on. */
  wallets: string[];
  /** What the intent is over; null where there is only a promise of one. */
  price: Price | null;
}

/** The forms whose card pays the intent, and so have to know it. */
const PAYING: readonly FrameSetup["type"][] = ["payment", "sheet"];
/** The forms that show what an account or a customer has. */
const SHOWING: readonly FrameSetup["type"][] = ["payment", "expressCheckout"];

const TERMINAL: readonly unknown[] = ["succeeded", "canceled", "requires_capture"];

/** Reads the intent a form is for, and what may be shown in it; the error where one of them can't be used. */
export async function load(api: Api, setup: FrameSetup): Promise<Loaded | { error: ApiError }> {
  const { keepsCard, asksCvcAgain, clientSecret, customerSession, type } = setup;
  const [shown, intent] = await Promise.all([
    SHOWING.includes(type) ? readSession(api, customerSession) : NOTHING_SHOWN,
    clientSecret !== null && PAYING.includes(type) ? readIntent(api, clientSecret) : null,
  ]);
  if ("error" in shown) return shown;
  if (intent === null) return { ...shown, keepsCard, asksCvcAgain, price: null };
  if (!intent.ok) return { error: intent.error };
  const { object, setup_future_usage, amount, currency, ...rest } = intent.object;
  return {
    ...shown,
    keepsCard: object === "setup_intent" || typeof setup_future_usage === "string",
    asksCvcAgain: cardOptions(rest).require_cvc_recollection === true,
    price: typeof amount === "number" && typeof currency === "string" ? { amount, currency } : null,
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
