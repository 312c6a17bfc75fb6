import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header for a body sent at a time in unix seconds: https://docs.stripe.com/webhooks#verify-manually */
export function signatureHeader(secret: string, body: string, seconds: number): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}
