import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/**
 * Signs a text, as nobody else can, in characters that are safe in an address.
 *
 * @param purpose what it is signed for: what one purpose signs means nothing to another
 */
export function signed(purpose: string, text: string): string {
  return createHmac("sha256", key(purpose)).update(text).digest("base64url");
}

/** Whether we have signed this text for this purpose. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(purpose, text))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function key(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", purpose, 32));
}
