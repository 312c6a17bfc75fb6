import { createHmac, randomBytes } from "node:crypto";
import Stripe from "stripe";

export const SECRET = "whsec_gatehouse_development";

/** The present in unix seconds. */
export const now = () => Math.floor(Date.now() / 1000);

/** An id that no other test uses. */
export const newId = (prefix: string) => `${prefix}_${randomBytes(7).toString("hex")}`;

/** An event as Stripe sends it, about the object given. */
export function event(type: string, object: object, given: object = {}) {
  return {
    id: newId("evt"),
    object: "event",
    api_version: Stripe.API_VERSION,
    created: now(),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...given,
  };
}

type Delivery = { secret?: string; time?: number; headers?: Record<string, string>; method?: string };

/** A request that delivers a body, signed as Stripe signs it. */
export function delivery(body: object | string | Uint8Array, given: Delivery = {}): Request {
  const payload =
    typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body, null, 2);
  return new Request("http://localhost/api/stripe/webhook", {
    method: "POST",
    headers: { "Stripe-Signature": signature(payload, given), ...given.headers },
    body: Buffer.from(payload),
  });
}

/** The header that a body is sent with. https://docs.stripe.com/webhooks#verify-manually */
export function signature(
  payload: string | Uint8Array,
  { secret = SECRET, time = now() }: Delivery = {},
): string {
  const hash = createHmac("sha256", secret).update(`${time}.`).update(payload).digest("hex");
  return `t=${time},v1=${hash}`;
}
