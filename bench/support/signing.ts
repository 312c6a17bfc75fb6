import { createHmac } from "node:crypto";

export const SECRET = "whsec_gatehouse_bench";

/** The `Stripe-Signature` header of a body sent at `time` (unix seconds). https://docs.stripe.com/webhooks#verify-manually */
export function sign(body: string, time: number): string {
  return `t=${time},v1=${createHmac("sha256", SECRET).update(`${time}.`).update(body).digest("hex")}`;
}
