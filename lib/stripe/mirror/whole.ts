import { isTruncated } from "./nested-lists";
import type { Observed } from "./observed";
import { mirrored } from "./registry";

/** Whether what we saw of an object is all that the mirror keeps of it. */
export function isWhole({
  type,
  document,
  deleted,
}: Pick<Observed, "type" | "document" | "deleted">): boolean {
  if (deleted) return true;
  const asked = mirrored(type).expand ?? [];
  return asked.every((field) => Object.hasOwn(document, field)) && !isTruncated(document);
}
