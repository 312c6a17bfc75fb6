import type { Account } from "../core/account";
import type { Kind } from "../core/kinds";
import { render } from "../core/render";
import { isKind, SHAPES } from "../core/shapes";
import type { Snapshot } from "../core/work";

const FOUND_AT_MOST = 50;

/** The fields people know an object by, beside its id and metadata. */
const FIELDS = ["email", "name", "description", "nickname", "lookup_key", "number", "code", "url"];

/** Events and lines are found by the objects they are about. */
const NOT_SEARCHED: readonly Kind[] = ["event", "line_item"];

/**
 * The account's objects in whose id, e-mail, name or other such field, or in whose metadata, a text occurs,
 * whatever its case: the newest of each kind first. `key:value` finds that metadata.
 */
export function searchObjects({ store }: Account, text: string): Snapshot[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const found: Snapshot[] = [];
  for (const kind of Object.keys(SHAPES).filter(isKind)) {
    if (kind.startsWith("_") || NOT_SEARCHED.includes(kind)) continue;
    const rows = store.rows(kind);
    for (let position = rows.size - 1; position >= 0 && found.length < FOUND_AT_MOST; position--) {
      const object = rows.at(position)?.value;
      if (object !== undefined && holds({ ...object }, wanted)) found.push(render(store, object));
    }
  }
  return found;
}

function holds(object: Readonly<Record<string, unknown>>, wanted: string): boolean {
  const texts = [object.id, ...FIELDS.map((field) => object[field]), ...metadataOf(object.metadata)];
  return texts.some((text) => typeof text === "string" && text.toLowerCase().includes(wanted));
}

function metadataOf(metadata: unknown): string[] {
  if (typeof metadata !== "object" || metadata === null) return [];
  return Object.entries(metadata).map(([key, value]) => `${key}:${value}`);
}
