import type { Json } from "./backend";

/** True for what JSON calls an object. */
function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a dotted path, or undefined. A number in the path is a place in a list. */
export function at(object: Json, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isJson(value) ? value[key] : undefined;
  }, object);
}

/** The text at a path; "" where there is none. */
export function textAt(object: Json, path: string): string {
  const value = at(object, path);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** A number at a path; 0 where there is none. */
export function numberAt(object: Json, path: string): number {
  const value = at(object, path);
  return typeof value === "number" ? value : 0;
}

/** The objects of the list at a path. */
export function recordsAt(object: Json, path: string): Json[] {
  const list = at(object, path);
  return Array.isArray(list) ? list.filter(isJson) : [];
}

/** The objects of a list answer. */
export function dataOf(list: Json): Json[] {
  return recordsAt(list, "data");
}
