import type { References } from "../schema/references";
import { DERIVED } from "./derived";
import { type ExpandTree, NOTHING_EXPANDED } from "./expand-paths";
import { GENERATED } from "./generated";
import { planOf } from "./plan";
import { isKind, type Showing, showing } from "./shapes";
import type { Store } from "./store";

type Fields = Readonly<Record<string, unknown>>;

/** How many members of a nested list an object shows; the rest is at the list's URL. */
const NESTED_LIMIT = 10;

/** An object, page or stub as the API shows it, with what the tree asks for expanded. Fields come as Stripe's do: `id`, `object`, then by name. */
export function render(store: Store, value: object, tree: ExpandTree = NOTHING_EXPANDED): Fields {
  return new Renderer(store).object({ ...value }, tree);
}

class Renderer {
  constructor(private readonly store: Store) {}

  object(given: Fields, tree: ExpandTree): Fields {
    if (given.object === "list" || given.object === "search_result") return this.page(given, tree);
    const kind = String(given.object);
    const object = tree.size === 0 ? given : this.withDerived(kind, given, tree);
    const shape = showing(kind);
    const references = GENERATED.references[kind] ?? {};
    const rendered: Record<string, unknown> = {};
    for (const key of orderedKeys(object)) {
      if (shape?.hidden?.includes(key)) continue;
      if (shape?.expandOnly?.includes(key) && !tree.has(key)) continue;
      const reference = Object.hasOwn(references, key) ? references[key] : undefined;
      const inner = tree.get(key);
      const told = nestedExpandOnly(shape, key).filter((name) => !inner?.has(name));
      rendered[key] = without(this.field(object, shape, key, reference, inner), told);
    }
    return rendered;
  }

  private withDerived(kind: string, object: Fields, tree: ExpandTree): Fields {
    const wanted = Object.entries(DERIVED[kind] ?? {}).filter(([name]) => tree.has(name));
    const id = String(object.id);
    const found = wanted.map(([name, of]) => [name, of(this.store, id)] as const);
    return { ...object, ...Object.fromEntries(found.filter(([, value]) => value !== undefined)) };
  }

  private page(page: Fields, tree: ExpandTree): Fields {
    const inner = tree.get("data") ?? NOTHING_EXPANDED;
    const data = Array.isArray(page.data) ? page.data.map((item) => this.object(item, inner)) : [];
    return { ...page, data };
  }

  private field(
    object: Fields,
    shape: Showing | undefined,
    key: string,
    reference: string | References | undefined,
    tree: ExpandTree | undefined,
  ): unknown {
    const value = object[key];
    if (typeof reference === "string" && reference.startsWith("*")) {
      const url = shape?.lists?.[key]?.replace("{id}", String(object.id)) ?? "";
      const counted = !shape?.uncounted?.includes(key);
      return Array.isArray(value) ? this.list(reference.slice(1), value, { counted, url }, tree) : value;
    }
    return this.value(value, reference, tree);
  }

  private list(
    kind: string,
    ids: readonly unknown[],
    { counted, url }: { readonly counted: boolean; readonly url: string },
    tree: ExpandTree | undefined,
  ): Fields {
    const inner = tree?.get("data") ?? NOTHING_EXPANDED;
    return {
      object: "list",
      data: ids.slice(0, NESTED_LIMIT).map((id) => this.resolve(kind, id, inner)),
      has_more: ids.length > NESTED_LIMIT,
      ...(counted ? { total_count: ids.length } : {}),
      url,
    };
  }

  private value(
    value: unknown,
    reference: string | References | undefined,
    tree: ExpandTree | undefined,
  ): unknown {
    if (Array.isArray(value)) return value.map((item) => this.value(item, reference, tree));
    if (typeof reference === "string") {
      const whole = reference.startsWith("=") || tree !== undefined;
      if (typeof value === "string") {
        return whole ? this.resolve(reference.slice(1), value, tree ?? NOTHING_EXPANDED) : value;
      }
      return isWhole(value)
        ? this.object(value, tree ?? NOTHING_EXPANDED)
        : this.nested(value, undefined, tree);
    }
    return this.nested(value, reference, tree);
  }

  private nested(value: unknown, references: References | undefined, tree: ExpandTree | undefined): unknown {
    if (Array.isArray(value)) return value.map((item) => this.nested(item, references, tree));
    if (typeof value !== "object" || value === null) return value;
    const fields: Fields = { ...value };
    return Object.fromEntries(
      orderedKeys(fields).map((key) => {
        const inner =
          references !== undefined && Object.hasOwn(references, key) ? references[key] : undefined;
        return [key, this.value(fields[key], inner, tree?.get(key))];
      }),
    );
  }

  /** The object an id names, its stub if it was deleted, or the id itself if it is none of ours. */
  private resolve(kinds: string, id: unknown, tree: ExpandTree): unknown {
    if (typeof id !== "string") return id;
    const price = kinds === "plan" ? this.store.get("price", id) : undefined;
    if (price !== undefined) return this.object(planOf(price), tree);
    for (const kind of kinds.split("|")) {
      const found = isKind(kind) ? this.store.get(kind, id) : undefined;
      if (found !== undefined) return this.object({ ...found }, tree);
    }
    const deleted = this.store.get("_deleted", id);
    return deleted === undefined ? id : { ...deleted, deleted: true };
  }
}

/** The fields of a nested hash that are only there when expanded: `fixed_amount.currency_options`. */
function nestedExpandOnly(shape: Showing | undefined, key: string): readonly string[] {
  const paths = shape?.expandOnly?.filter((path) => path.startsWith(`${key}.`)) ?? [];
  return paths.map((path) => path.slice(key.length + 1));
}

function without(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** Whether a value where a reference could be is the object itself: one that is kept nowhere else. */
function isWhole(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && "object" in value;
}

function orderedKeys(object: Fields): string[] {
  const names = Object.keys(object).sort();
  const leading = ["id", "object"].filter((name) => Object.hasOwn(object, name));
  return [...leading, ...names.filter((name) => name !== "id" && name !== "object")];
}
