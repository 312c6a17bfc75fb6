import { type Api, type ApiError, isObject } from "../api";
import type { FrameSetup } from "../protocol";

type Checked = { keepsCard: boolean } | { error: ApiError };

const TERMINAL: readonly unknown[] = ["succeeded", "canceled", "requires_capture"];

/** Looks at the intent a card's form is for before anything is drawn: whether it is there, and can be paid. */
export async function checkIntent(api: Api, setup: FrameSetup): Promise<Checked> {
  const { clientSecret, keepsCard, type } = setup;
  if (clientSecret === null || type !== "payment") return { keepsCard };
  const id = clientSecret.replace(/_secret_.*$/, "");
  const setupIntent = id.startsWith("seti_");
  const collection = setupIntent ? "setup_intents" : "payment_intents";
  const answer = await api.get(`/v1/${collection}/${encodeURIComponent(id)}`, {
    client_secret: clientSecret,
  });
  if (!answer.ok) return { error: answer.error };
  const noun = setupIntent ? "SetupIntent" : "PaymentIntent";
  if (TERMINAL.includes(answer.object.status)) {
    const message = `This ${noun} is in a terminal state and cannot be used to initialize Elements.`;
    return {
      error: { type: "invalid_request_error", code: `${collection.slice(0, -1)}_unexpected_state`, message },
    };
  }
  return {
    keepsCard:
      setupIntent || (isObject(answer.object) && typeof answer.object.setup_future_usage === "string"),
  };
}
