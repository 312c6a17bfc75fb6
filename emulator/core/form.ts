import { invalidRequest } from "./errors";

/** A parsed form: a value, or a hash of further ones (arrays are hashes with numbers for keys). */
export type FormNode = string | FormHash;
export type FormHash = Map<string, FormNode>;

const MAX_PAIRS = 5_000;
const MAX_DEPTH = 12;

/**
 * Parses `application/x-www-form-urlencoded` text with bracketed keys: `a[b]=1`, `a[0][b]=1`, `a[]=1`. Of a
 * value given twice the last stands. Throws an error in Stripe's form for what can't be read.
 */
export function parseForm(text: string): FormHash {
  const root: FormHash = new Map();
  let pairs = 0;
  for (const [key, value] of new URLSearchParams(text)) {
    if (++pairs > MAX_PAIRS) throw invalidRequest(`Too many parameters: at most ${MAX_PAIRS} are accepted.`);
    if (key !== "") place(root, pathOf(key), key, value);
  }
  return root;
}

/** `a[b][]` → `a`, `b`, ``. A key whose brackets don't pair is taken as it is. */
function pathOf(key: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key);
  if (match === null) return [key];
  const [, first = key, rest = ""] = match;
  return [
    first,
    ...rest
      .slice(1, -1)
      .split("][")
      .slice(rest === "" ? 1 : 0),
  ];
}

function place(root: FormHash, path: string[], key: string, value: string): void {
  if (path.length > MAX_DEPTH) throw invalidRequest(`Parameter nested too deeply: ${key.slice(0, 100)}`);
  let hash = root;
  for (const [depth, segment] of path.entries()) {
    const name = segment === "" ? nextIndex(hash) : segment;
    const present = hash.get(name);
    if (depth === path.length - 1) {
      if (present !== undefined && typeof present !== "string") throw mixed(key);
      hash.set(name, value);
      return;
    }
    if (typeof present === "string") throw mixed(key);
    const inner: FormHash = present ?? new Map();
    hash.set(name, inner);
    hash = inner;
  }
}

/** The first number from the end on that nothing has: what is appended replaces nothing. */
function nextIndex(hash: FormHash): string {
  let index = hash.size;
  while (hash.has(String(index))) index += 1;
  return String(index);
}

function mixed(key: string): Error {
  return invalidRequest(`Parameter given both as a value and as a hash: ${key}`, { param: key });
}

/** A form's node as plain JSON, for messages that quote it. */
export function plain(node: FormNode): unknown {
  if (typeof node === "string") return node;
  return Object.fromEntries([...node].map(([key, value]) => [key, plain(value)]));
}
