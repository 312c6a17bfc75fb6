import { type Executor, runPrepared } from "@/db/prepared";
import type { Observed } from "./observed";
import { type MirroredType, mirrored } from "./registry";
import { onConflict, quoted } from "./statement";

/**
 * `written`: the row holds this content now. `stale`: the row holds something newer, and keeps it.
 * `unsettled`: neither is certain; only Stripe knows, so the object has to be fetched.
 */
export type Outcome = "written" | "stale" | "unsettled";

export type Written = { id: string; outcome: Outcome };

/**
 * Writes objects of one type in one statement, in the order of their ids so that batches can't deadlock.
 * Asks Stripe nothing, so it may run inside a transaction.
 *
 * @param seen each object once
 */
export function writeRows(on: Executor, type: MirroredType, seen: Observed[]): Promise<Written[]> {
  const documents = seen.map(({ document }) => JSON.stringify(document)).join("\n");
  const rows = seen.map(({ document: { id }, from, to, deleted, seen = 0 }) => ({
    ...{ id, from, to, deleted },
    revision: seen + 1,
  }));
  return runPrepared(on, batch(type), [documents, JSON.stringify(rows)]);
}

const batches = new Map<MirroredType, string>();

function batch(type: MirroredType): string {
  const made = batches.get(type) ?? compose(quoted(mirrored(type).table));
  batches.set(type, made);
  return made;
}

/**
 * The documents come as lines, which written JSON never breaks, so that each is read once. Rows that weren't written are
 * looked at one by one: a join could come to read the whole table.
 * Parameters: 1 the documents, 2 what else is known of each.
 */
function compose(table: string): string {
  const known = 'id text, "from" float8, "to" float8, deleted boolean, revision bigint';
  return `
with wrote as (
  insert into ${table} as t (id, data, as_of_from, as_of_to, deleted_at, revision)
  select id, document::jsonb, to_timestamp("from"), to_timestamp("to"),
    case when deleted then to_timestamp("from") end, revision
  from rows from (string_to_table($1::text, e'\\n'), json_to_recordset($2::text::json) as (${known}))
    as r(document, id, "from", "to", deleted, revision)
  order by id
  ${onConflict}
  returning id
)
select i.id,
  case when w.id is not null then 'written'
    when (select e.as_of_from from ${table} e where e.id = i.id) >= to_timestamp(i."to") then 'stale'
    else 'unsettled' end as outcome
from json_to_recordset($2::text::json) as i(${known}) left join wrote w on w.id = i.id`;
}
