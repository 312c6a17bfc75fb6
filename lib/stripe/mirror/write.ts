import { type Executor, runPrepared } from "@/db/prepared";
import type { Observed } from "./observed";
import { type MirroredType, mirrored } from "./registry";
import { onConflict, quoted } from "./statement";

/**
 * `written`: the row holds this content now. `stale`: the row holds something newer, and keeps it.
 * `unsettled`: neither is certain; only Stripe knows, so the object has to be fetched.
 */
export type Outcome = "written" | "stale" | "unsettled";

export type Written = {
  id: string;
  outcome: Outcome;
  /** The row's revision as of this statement's start; 0 where there was no row. */
  revision: number;
};

/**
 * Writes objects of one type in one statement, in the order of their ids so that batches can't deadlock.
 * Asks Stripe nothing, so it may run inside a transaction.
 *
 * @param seen each object once
 */
export function writeRows(on: Executor, type: MirroredType, seen: Observed[]): Promise<Written[]> {
  const rows = seen.map((one) => ({
    id: one.document.id,
    data: one.document,
    from: one.from,
    to: one.to,
    deleted: one.deleted,
    revision: (one.seen ?? 0) + 1,
  }));
  return runPrepared(on, batch(type), [JSON.stringify(rows)]);
}

const batches = new Map<MirroredType, string>();

function batch(type: MirroredType): string {
  const made = batches.get(type) ?? compose(quoted(mirrored(type).table));
  batches.set(type, made);
  return made;
}

function compose(table: string): string {
  return `
with incoming as materialized (
  select * from jsonb_to_recordset($1::text::jsonb)
    as r(id text, data jsonb, "from" float8, "to" float8, deleted boolean, revision bigint)
), wrote as (
  insert into ${table} as t (id, data, as_of_from, as_of_to, deleted_at, revision)
  select id, data, to_timestamp("from"), to_timestamp("to"),
    case when deleted then to_timestamp("from") end, revision
  from incoming order by id
  ${onConflict}
  returning id
)
select i.id,
  case when w.id is not null then 'written'
    when e.as_of_from >= to_timestamp(i."to") then 'stale'
    else 'unsettled' end as outcome,
  coalesce(e.revision, 0)::float8 as revision
from incoming i left join wrote w on w.id = i.id left join ${table} e on e.id = i.id`;
}
