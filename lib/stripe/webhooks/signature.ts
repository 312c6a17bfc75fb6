import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds by which a signature's time may differ from ours, before and after. */
const TOLERANCE = 300;

export type Verdict = { valid: true } | { valid: false; reason: string };

/**
 * Judges a `Stripe-Signature` header over the body's raw bytes.
 * https://docs.stripe.com/webhooks#verify-manually
 *
 * @param secrets any of them may have signed, so that one can be replaced without losing events
 * @param now unix seconds
 */
export function verify(body: Uint8Array, header: string | null, secrets: string[], now: number): Verdict {
  if (!header) return { valid: false, reason: "The Stripe-Signature header is missing." };
  const fields = header.split(",").map((field) => field.trim().split("="));
  const time = fields.find(([name]) => name === "t")?.[1];
  const given = fields.filter(([name]) => name === "v1").map(([, signature]) => signature ?? "");
  if (!time || !/^\d{1,12}$/.test(time) || given.length === 0) {
    return { valid: false, reason: "The Stripe-Signature header is malformed." };
  }
  const genuine = secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
    return given.some((signature) => equal(expected, signature));
  });
  if (!genuine) return { valid: false, reason: "No signature matches the body." };
  if (Math.abs(now - Number(time)) > TOLERANCE) {
    return { valid: false, reason: "The signature's time is too far from the present." };
  }
  return { valid: true };
}

function equal(expected: Uint8Array, hex: string): boolean {
  const given = Buffer.from(hex, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
