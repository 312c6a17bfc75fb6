import { invalidRequest } from "./errors";
import type { Held, Kind } from "./kinds";
import type { Answer } from "./operation";
import { type Clause, parseSearch } from "./search-query";
import type { Row } from "./sorted";
import type { Call } from "./work";

/** What every search operation accepts: https://docs.stripe.com/search */
export interface SearchParams {
  readonly query: string;
  readonly limit?: number;
  readonly page?: string;
}

type Value = string | number | boolean | null | undefined;

/** What can be searched for in a kind: each field's value, or of a map the value under a key. */
type Searchable<K extends Kind> = Readonly<Record<string, (object: Held<K>, key: string) => Value>>;

export interface SearchOf<K extends Kind> {
  readonly kind: K;
  readonly url: string;
  readonly fields: Searchable<K>;
}

interface Found extends Answer {
  readonly object: "search_result";
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly next_page: string | null;
  readonly url: string;
  readonly total_count?: number;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** One page of what a query finds, newest first. What was written a moment ago is found at once. */
export function search<K extends Kind>(call: Call<SearchParams>, { kind, url, fields }: SearchOf<K>): Found {
  const { query, limit = DEFAULT_LIMIT, page } = call.params;
  const { every, clauses } = parseSearch(query);
  for (const { field } of clauses) {
    if (Object.hasOwn(fields, field)) continue;
    throw invalidRequest(
      `Field \`${field}\` is an unsupported search field for this resource. Supported fields: ${Object.keys(fields).join(", ")}.`,
      { param: "query" },
    );
  }
  const fits = (object: Held<K>) => {
    const holds = (clause: Clause) => matches(fields[clause.field]?.(object, clause.key ?? ""), clause);
    return every ? clauses.every(holds) : clauses.some(holds);
  };
  const found = call.store.list(kind).filter(fits);
  const placeOf = ({ id }: Held<K>) => call.store.row(kind, id) ?? { key: 0, sequence: 0 };
  const last = page === undefined ? null : lastShown(page);
  const beyond = found.findIndex((object) => last === null || isAfter(placeOf(object), last));
  const from = beyond < 0 ? found.length : beyond;
  const data = found.slice(from, from + Math.min(Math.max(limit, 1), MAX_LIMIT));
  const more = from + data.length < found.length;
  const end = data.at(-1);
  return {
    object: "search_result",
    data,
    has_more: more,
    next_page: more && end !== undefined ? token(placeOf(end)) : null,
    ...(call.expand.includes("total_count") ? { total_count: found.length } : {}),
    url,
  };
}

/** Where an object stands among its kind: there a page goes on, whatever became of the object since. */
type Place = Pick<Row<unknown>, "key" | "sequence">;

function token({ key, sequence }: Place): string {
  return Buffer.from(`${key}.${sequence}`).toString("base64url");
}

function lastShown(page: string): Place {
  const [, key, sequence] = /^(-?\d+)\.(\d+)$/.exec(Buffer.from(page, "base64url").toString("utf8")) ?? [];
  if (key === undefined) throw invalidRequest(`Invalid page: ${page}`, { param: "page" });
  return { key: Number(key), sequence: Number(sequence) };
}

/** Whether a place comes after another, the newest first. */
function isAfter(one: Place, other: Place): boolean {
  return one.key < other.key || (one.key === other.key && one.sequence < other.sequence);
}

function matches(value: Value, clause: Clause): boolean {
  return holds(value ?? null, clause) !== clause.negated;
}

function holds(present: Exclude<Value, undefined>, { comparison, value }: Clause): boolean {
  if (value === null) return present === null;
  if (present === null) return false;
  if (comparison === ":") return String(present).toLowerCase() === value.toLowerCase();
  if (comparison === "~") return String(present).toLowerCase().includes(value.toLowerCase());
  const [left, right] = [Number(present), Number(value)];
  if (comparison === "<") return left < right;
  if (comparison === "<=") return left <= right;
  return comparison === ">" ? left > right : left >= right;
}
