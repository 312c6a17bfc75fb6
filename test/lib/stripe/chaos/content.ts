import { mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";

/** What Stripe shows only where it is asked for, so that some answers have it and no event. */
const onlyAsked = new Set(mirroredTypes.flatMap((type) => mirrored(type).expand ?? []));

/** As much of a list as Stripe shows inside of an object. https://docs.stripe.com/api/pagination */
const SHOWN = 10;

/**
 * A value as text that is the same for the same content, whatever the order of its fields and however much there is of a
 * list inside, beyond what Stripe shows of it.
 */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isFields(inner) ? sorted(begun(inner)) : inner));
}

/** A list of which more is known than Stripe shows. */
export type LongList = { url: string; data: readonly unknown[]; has_more: unknown };

/** The long lists inside of a value, however deep. */
export function longLists(value: unknown): LongList[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(longLists);
  return isFields(value) && isList(value) && isLong(value) ? [value, ...inside] : inside;
}

function begun(fields: Record<string, unknown>): Record<string, unknown> {
  if (!isList(fields) || !isLong(fields)) return fields;
  return { ...fields, data: fields.data.slice(0, SHOWN), has_more: true };
}

function isList(fields: Record<string, unknown>): fields is LongList {
  return fields.object === "list" && typeof fields.url === "string" && Array.isArray(fields.data);
}

function isLong({ data, has_more: more }: LongList): boolean {
  return data.length > SHOWN || more === true;
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
