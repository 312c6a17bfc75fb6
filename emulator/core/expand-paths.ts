import type { References } from "../schema/references";
import { invalidRequest } from "./errors";
import { GENERATED } from "./generated";
import { showing } from "./shapes";

/** What is to be expanded, as a tree of field names. */
export type ExpandTree = ReadonlyMap<string, ExpandTree>;

export const NOTHING_EXPANDED: ExpandTree = new Map();

const MAX_SEGMENTS = 4;

const LIST_FIELDS = ["data", "has_more", "object", "total_count", "url"];

/**
 * Checks `expand` parameters against what the answer can expand (`customer`, or `*customer` for a list) and
 * gives them as a tree. https://docs.stripe.com/api/expanding_objects
 */
export function expandTree(paths: readonly string[], result: string | null): ExpandTree {
  const root = new Map<string, ExpandTree>();
  for (const path of paths) {
    const segments = path.split(".");
    if (segments.length > MAX_SEGMENTS) {
      const message = `You cannot expand more than ${MAX_SEGMENTS} levels of a property. Property: ${path}`;
      throw invalidRequest(message, { code: "property_expansion_max_depth", param: "expand" });
    }
    if (!canExpand(result, segments)) throw refused(path, result, segments);
    addPath(root, segments);
  }
  return root;
}

function addPath(root: Map<string, ExpandTree>, segments: readonly string[]): void {
  let tree = root;
  for (const segment of segments) {
    const inner = new Map(tree.get(segment));
    tree.set(segment, inner);
    tree = inner;
  }
}

function refused(path: string, result: string | null, segments: readonly string[]): Error {
  const instead = result?.startsWith("*") && canExpand(result, ["data", ...segments]);
  if (instead) {
    return invalidRequest(
      `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead.`,
    );
  }
  if (exists(result, segments)) return invalidRequest(`This property cannot be expanded (${path}).`);
  return invalidRequest(`This property cannot be expanded because it doesn't exist: ${path}.`);
}

/** Whether what was asked for is a field at all, as far as the way to it can be followed. */
function exists(target: string | null, segments: readonly string[]): boolean {
  const [first, ...rest] = segments;
  if (first === undefined || target === null) return true;
  if (target.startsWith("*")) {
    return LIST_FIELDS.includes(first) && (first !== "data" || exists(target.slice(1), rest));
  }
  return target.split("|").some((kind) => {
    const known = GENERATED.fields[kind];
    if (known !== undefined && !known.includes(first)) return false;
    const next = GENERATED.references[kind]?.[first];
    return typeof next !== "string" || exists(next.replace(/^[~=]/, ""), rest);
  });
}

function canExpand(target: string | null, segments: readonly string[]): boolean {
  const [first, ...rest] = segments;
  if (first === undefined) return true;
  if (target === null) return false;
  if (target.startsWith("*")) {
    return first === "total_count" || (first === "data" && canExpand(target.slice(1), rest));
  }
  return target.split("|").some((kind) => canExpandIn(GENERATED.references[kind] ?? {}, kind, first, rest));
}

function canExpandIn(
  table: References,
  kind: string | null,
  first: string,
  rest: readonly string[],
): boolean {
  const target = Object.hasOwn(table, first) ? table[first] : undefined;
  if (kind !== null && showing(kind)?.expandOnly?.includes([first, ...rest].join("."))) return true;
  // The tiers of a price in one of its currencies: currency_options.eur.tiers.
  if (kind === "price" && first === "currency_options" && rest.length === 2) return rest[1] === "tiers";
  if (target === undefined) return false;
  if (typeof target === "string") return canExpand(target.replace(/^[~=]/, ""), rest);
  const [next, ...further] = rest;
  return next !== undefined && canExpandIn(target, null, next, further);
}
