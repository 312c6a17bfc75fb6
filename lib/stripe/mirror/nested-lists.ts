import { isDocument, isRecord } from "./observed";
import { isPage, readAll } from "./read-list";

type NestedList = { data: unknown[]; has_more: boolean; url: string };

/** Whether Stripe left entries out of a list inside the object. https://docs.stripe.com/api/pagination */
export function isTruncated(value: unknown): boolean {
  if (isNestedList(value) && value.has_more) return true;
  return children(value).some(isTruncated);
}

/** Reads what Stripe left out of the lists inside an object, and puts it there. */
export async function completeLists(value: unknown): Promise<void> {
  if (isNestedList(value) && value.has_more) {
    const last = value.data.at(-1);
    const { entries } = await readAll(value.url, isDocument(last) ? last.id : undefined);
    value.data.push(...entries);
    value.has_more = false;
  }
  for (const child of children(value)) await completeLists(child);
}

function isNestedList(value: unknown): value is NestedList {
  return isRecord(value) && isPage(value) && "url" in value && typeof value.url === "string";
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}
