import type { ApiObject } from "../api";
import { isObject } from "../api";
import { IntegrationError } from "./errors";

export type IntentKind = "payment" | "setup";

export interface IntentReference {
  kind: IntentKind;
  id: string;
  clientSecret: string;
}

const PATHS: Record<IntentKind, string> = { payment: "payment_intents", setup: "setup_intents" };
const PREFIXES: Record<IntentKind, string> = { payment: "pi_", setup: "seti_" };

/** Reads which intent a client secret belongs to; throws as Stripe.js does for anything else. */
export function parseClientSecret(clientSecret: unknown, expected?: IntentKind): IntentReference {
  const match =
    typeof clientSecret === "string" && /^((pi|seti)_[A-Za-z0-9]+)_secret_\w+$/.exec(clientSecret);
  const [, id, prefix] = match || [];
  const kind: IntentKind = prefix === "pi" ? "payment" : "setup";
  if (!id || typeof clientSecret !== "string" || (expected && kind !== expected)) {
    const form = expected ? `${PREFIXES[expected]}{id}_secret_{secret}` : "{id}_secret_{secret}";
    throw new IntegrationError(
      `Invalid value: clientSecret should be a client secret of the form ${form}. You specified: ${String(clientSecret)}.`,
    );
  }
  return { kind, id, clientSecret };
}

export function intentPath({ kind, id }: IntentReference): string {
  return `/v1/${PATHS[kind]}/${id}`;
}

/** The error an intent carries from its last attempt, or null. */
export function lastError(kind: IntentKind, intent: ApiObject): ApiObject | null {
  const error = kind === "payment" ? intent.last_payment_error : intent.last_setup_error;
  return isObject(error) ? error : null;
}
