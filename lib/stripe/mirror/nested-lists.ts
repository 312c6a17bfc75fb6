import { type Interval, spanning } from "./interval";
import { isDocument, isParent, isRecord } from "./observed";
import { isPage, readAll } from "./read-list";

type NestedList = { data: unknown[]; has_more: boolean; url: string };

/**
 * Whether Stripe left entries out of a list inside the object. Every object that comes is walked through, so that most of
 * its values, which have nothing inside, aren't even called for. https://docs.stripe.com/api/pagination
 */
export function isTruncated(value: unknown): boolean {
  if (!isParent(value)) return false;
  if (Array.isArray(value)) return value.some(isTruncated);
  if (value.has_more && isNestedList(value)) return true;
  for (const key in value) {
    const child = value[key];
    if (isParent(child) && isTruncated(child)) return true;
  }
  return false;
}

/**
 * Reads what Stripe left out of the lists inside an object, and puts it there.
 *
 * @param interval when the object itself was read
 * @returns when all of it was
 */
export async function completeLists(value: unknown, interval: Interval): Promise<Interval> {
  let whole = interval;
  if (isNestedList(value) && value.has_more) {
    const last = value.data.at(-1);
    const rest = await readAll(value.url, isDocument(last) ? last.id : undefined);
    value.data.push(...rest.entries);
    value.has_more = false;
    whole = spanning(whole, rest.interval);
  }
  for (const child of children(value)) whole = await completeLists(child, whole);
  return whole;
}

function isNestedList(value: unknown): value is NestedList {
  return isRecord(value) && isPage(value) && "url" in value && typeof value.url === "string";
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}
