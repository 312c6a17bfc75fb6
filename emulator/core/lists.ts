import { invalidRequest, missingReference } from "./errors";
import type { Held, Kind } from "./kinds";
import { nounOf } from "./nouns";
import type { Answer } from "./operation";
import type { Row, SortedRows } from "./sorted";
import type { Call } from "./work";

/** What every list operation accepts: https://docs.stripe.com/api/pagination */
export interface PageParams {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}

export interface PageOf<K extends Kind> {
  readonly kind: K;
  /** Where this list is served. */
  readonly url: string;
  /** An index of the kind's shape, and the value to find in it. */
  readonly by?: readonly [index: string, value: string] | undefined;
  /** Objects for which this is false are left out. */
  readonly keep?: (object: Held<K>) => boolean;
}

export interface Page extends Answer {
  readonly object: "list";
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly url: string;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** One page of a kind's objects, newest first, between the cursors given. */
export function page<K extends Kind>(call: Call<PageParams>, of: PageOf<K>): Page {
  const { starting_after: after, ending_before: before } = call.params;
  const limit = Math.min(Math.max(call.params.limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  refuseStrangers(call);
  const rows = call.store.rows(of.kind, ...(of.by ?? []));
  const afterRow = after === undefined ? undefined : cursor(call, of.kind, after, "starting_after");
  const beforeRow = before === undefined ? undefined : cursor(call, of.kind, before, "ending_before");
  refuseBoth(call.params);
  const keep = of.keep ?? (() => true);
  const found =
    beforeRow === undefined
      ? take(rows, (afterRow === undefined ? rows.size : rows.position(afterRow)) - 1, -1, limit + 1, keep)
      : take(rows, following(rows, beforeRow), 1, limit + 1, keep);
  const data = found.slice(0, limit);
  return {
    object: "list",
    data: beforeRow === undefined ? data : data.reverse(),
    has_more: found.length > limit,
    url: of.url,
  };
}

/** Refuses to go both ways at once. */
export function refuseBoth({ ending_before: before, starting_after: after }: PageParams): void {
  if (before === undefined || after === undefined) return;
  throw invalidRequest("Received both starting_after and ending_before parameters. Please pass in only one.");
}

/** Nothing is listed of a customer or a subscription that never was; what is left of one who was deleted is. */
function refuseStrangers({ params, store }: Call<PageParams>): void {
  const given: Readonly<Record<string, unknown>> = { ...params };
  for (const kind of ["customer", "subscription"] as const) {
    const id = given[kind];
    if (typeof id !== "string" || store.get(kind, id) || store.get("_deleted", id)?.object === kind) continue;
    throw missingReference(nounOf(kind), id, kind);
  }
}

function cursor<K extends Kind>(call: Call<PageParams>, kind: K, id: string, param: string): Row<Held<K>> {
  const row = call.store.row(kind, id);
  if (row === undefined) throw missingReference(nounOf(kind), id, param);
  return row;
}

function following(rows: SortedRows<unknown>, row: Row<unknown>): number {
  const position = rows.position(row);
  return rows.at(position) === row ? position + 1 : position;
}

function take<T>(
  rows: SortedRows<T>,
  from: number,
  step: 1 | -1,
  count: number,
  keep: (object: T) => boolean,
): T[] {
  const taken: T[] = [];
  for (let position = from; taken.length < count; position += step) {
    const row = rows.at(position);
    if (row === undefined) break;
    if (keep(row.value)) taken.push(row.value);
  }
  return taken;
}

export interface Range {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

/** Whether a time is the one asked for, or within the range asked for. */
export function within(time: number, wanted: number | Range | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === "number") return time === wanted;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted;
  return time > gt && time >= gte && time < lt && time <= lte;
}
