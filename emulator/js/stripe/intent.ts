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

/** How a method of `Stripe(key)` names its client secret in a refusal. */
export function secretOf(method: string): string {
  return `stripe.${method} intent secret: value`;
}

/**
 * Reads which intent a client secret belongs to; throws for anything else, and for an intent of another kind than the
 * one expected, in words that begin with the `subject`.
 */
export function parseClientSecret(
  clientSecret: unknown,
  subject: string,
  expected?: IntentKind,
): IntentReference {
  const refusal = (form: string) =>
    new IntegrationError(
      `Invalid value for ${subject} should be a client secret of the form ${form}. You specified: ${String(clientSecret)}.`,
    );
  const match =
    typeof clientSecret === "string" && /^((pi|seti)_[A-Za-z0-9]+)_secret_\w+$/.exec(clientSecret);
  const [, id, prefix] = match || [];
  if (!id || typeof clientSecret !== "string") throw refusal(`\${id}_secret_\${secret}`);
  const kind: IntentKind = prefix === "pi" ? "payment" : "setup";
  if (expected && kind !== expected) throw refusal(`${PREFIXES[expected]}*_secret_*`);
  return { kind, id, clientSecret };
}

/** Where the API has an intent. */
export function intentPath({ kind, id }: IntentReference): string {
  return `/v1/${PATHS[kind]}/${id}`;
}

/** The error an intent carries from its last attempt, or null. */
export function lastError(kind: IntentKind, intent: ApiObject): ApiObject | null {
  const error = kind === "payment" ? intent.last_payment_error : intent.last_setup_error;
  return isObject(error) ? error : null;
}
