import { createHash } from "node:crypto";
import { machineSeconds } from "../core/account";
import { invalidRequest, StripeError } from "../core/errors";
import type { IdempotencyRecord } from "../core/records";
import type { Store } from "../core/store";

/** How long an answer is kept: https://docs.stripe.com/api/idempotent_requests */
const KEPT_SECONDS = 24 * 60 * 60;
const MAX_KEY = 255;

/** What a key must be used with again, to be the same request. */
export function fingerprintOf(method: string, pathname: string, form: string): string {
  const pairs = [...new URLSearchParams(form)].map((pair) => pair.join("=")).sort();
  return createHash("sha256")
    .update([method, pathname, ...pairs].join("\n"))
    .digest("base64url");
}

/**
 * The answer given before to a request with this key, or null if it is a new one. Throws when the key was used
 * for something else.
 */
export function replayOf(store: Store, key: string, fingerprint: string): IdempotencyRecord | null {
  if (key.length > MAX_KEY) {
    throw invalidRequest(`Idempotency keys can be at most ${MAX_KEY} characters long.`);
  }
  const record = store.get("_idempotency", key);
  if (record === undefined || isOld(record)) return null;
  if (record.fingerprint === fingerprint) return record;
  const message =
    "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
    `Try using a key other than '${key}' if you meant to execute a different request.`;
  throw new StripeError(400, { message, type: "idempotency_error" });
}

/** Keeps an answer for replays, and forgets those that are too old. Within a piece of work. */
export function remember(store: Store, record: IdempotencyRecord): void {
  for (;;) {
    const oldest = store.rows("_idempotency").at(0)?.value;
    if (oldest === undefined || !isOld(oldest)) break;
    store.delete("_idempotency", oldest.id);
  }
  store.put("_idempotency", record);
}

function isOld(record: IdempotencyRecord): boolean {
  return record.created < machineSeconds() - KEPT_SECONDS;
}
