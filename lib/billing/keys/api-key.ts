import { createHash, randomBytes } from "node:crypto";

/** What tells our keys from others', to people and to programs that look for keys left lying about. */
const MARK = "gh_";
const form = /^gh_[A-Za-z0-9_-]{43}$/;

/**
 * A new key: 32 random bytes, which nobody guesses, so that a plain hash of them is enough to know one by.
 *
 * @returns the key, to be shown once; how it begins; and what is kept of it
 */
export function newApiKey(): { key: string; prefix: string; hash: string } {
  const key = `${MARK}${randomBytes(32).toString("base64url")}`;
  return { key, prefix: key.slice(0, MARK.length + 6), hash: hashOf(key) };
}

/** What a key is known by; null for what hasn't the form of one. */
export function apiKeyHash(given: string): string | null {
  return form.test(given) ? hashOf(given) : null;
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
