import { invalidRequest, type StripeError } from "./errors";

export type Metadata = Readonly<Record<string, string>>;

const MAX_KEYS = 50;
const MAX_KEY = 40;
const MAX_VALUE = 500;

/** Stripe's limits on metadata: https://docs.stripe.com/api/metadata */
export function checkMetadata(given: Readonly<Record<string, unknown>>, param: string): StripeError[] {
  const wrong: string[] = [];
  if (Object.keys(given).length > MAX_KEYS) wrong.push(tooMany());
  for (const [key, value] of Object.entries(given)) {
    if (key.length > MAX_KEY) {
      wrong.push(
        `Metadata keys can have up to ${MAX_KEY} characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
      );
    }
    if (typeof value === "string" && value.length > MAX_VALUE) {
      wrong.push(
        `Metadata values can have up to ${MAX_VALUE} characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value}`,
      );
    }
  }
  return wrong.map((message) => invalidRequest(message, { param }));
}

/**
 * Metadata after a request: keys are merged, an empty value removes its key, an empty string removes all.
 * Absent parameters leave it as it is.
 */
export function mergeMetadata(
  present: Metadata | null,
  given: Readonly<Record<string, string | number>> | "" | undefined,
): Metadata {
  if (given === "") return {};
  const merged = { ...present, ...given };
  const kept = Object.entries(merged).flatMap(([key, value]) => (value === "" ? [] : [[key, String(value)]]));
  if (kept.length > MAX_KEYS) throw invalidRequest(tooMany(), { param: "metadata" });
  return Object.fromEntries(kept);
}

function tooMany(): string {
  return `Metadata can have up to ${MAX_KEYS} keys.`;
}
