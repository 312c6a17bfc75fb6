import { mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";

/** What Stripe shows only where it is asked for, so that some answers have it and no event. */
const onlyAsked = new Set(mirroredTypes.flatMap((type) => mirrored(type).expand ?? []));

/** A value as text that is the same for the same content, whatever the order of its fields. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isFields(inner) ? sorted(inner) : inner));
}

/** The content of something that Stripe has deleted, of which nothing more can be said. */
export const GONE = "deleted";

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((name) => !onlyAsked.has(name))
      .sort()
      .map((name) => [name, fields[name]]),
  );
}
