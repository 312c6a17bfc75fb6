import { events } from "@/db/schema/stripe/events";
import { customers } from "@/db/schema/stripe/people";
import { type MirroredType, mirrored, mirroredTypes } from "../mirror/registry";
import { onConflict, quoted } from "../mirror/statement";
import { noted } from "./statements";

/** Events in a group at most. */
export const MOST = 32;

let made: string | undefined;

/** Types of which there are so many events that they are taken in together. */
export const often: readonly MirroredType[] = mirroredTypes.filter((type) => mirrored(type).often);

/**
 * Does what `takeStatement` does, for several events of these types: each event and each object once.
 * Parameters: 1 the events as lines, which written JSON never breaks; 2 what else is known of each.
 *
 * Everybody locks in one order, so that nobody can wait for each other: objects by type and id, and then the ledger's rows
 * by id, which is what the order of `decided` is for: none of it can be read before all of it is there.
 * A row of another table is looked at by itself, since PostgreSQL would come to read all of it for `exists`. The limit
 * is for its estimates.
 */
export function groupStatement(): string {
  made ??= `
with given as materialized (
  select g.id, line::jsonb as payload, endpoint, delivered, attempted, ms, type, object,
    to_timestamp("from") as since, to_timestamp("to") as until, deleted,
    owner is null
      or coalesce((select c.test_clock is null from ${quoted(customers)} c where c.id = owner), false) as comparable,
    (select l.status from ${quoted(events)} l where l.id = g.id) is distinct from 'processed' as open
  from rows from (string_to_table($1::text, e'\\n'), json_to_recordset($2::text::json) as (
      id text, endpoint text, delivered int, attempted int, ms float8, type text, object text, "from" float8, "to" float8,
      deleted boolean, owner text))
    as g(line, id, endpoint, delivered, attempted, ms, type, object, "from", "to", deleted, owner)
  limit ${MOST}
), ${often.map(wrote).join(", ")}, decided as materialized (
  ${often.map(decided).join(" union all ")}
  order by id
), noted as (
  ${noted("outcome <> 'unsettled'", "given g join decided d on d.id = g.id order by g.id")}
)
select n.id, n.status, n.fresh, outcome, revision, newer from noted n join decided d on d.id = n.id`;
  return made;
}

function wrote(type: MirroredType): string {
  return `"wrote ${type}" as (
  insert into ${quoted(mirrored(type).table)} as t (id, data, as_of_from, as_of_to, deleted_at, revision)
  select object, payload #> '{data,object}', since, until, case when deleted then since end, 1
  from given where type = '${type}' and comparable and open
  order by object
  ${onConflict}
  returning id
)`;
}

function decided(type: MirroredType): string {
  return `
  select g.id, coalesce(e.revision, 0)::float8 as revision,
    case when w.id is not null then 'written'
      when comparable and e.as_of_from >= until then 'stale'
      else 'unsettled' end as outcome,
    case when w.id is null and comparable and e.as_of_from >= until then e.data end as newer
  from given g
  left join "wrote ${type}" w on w.id = object
  left join lateral (
    select revision, as_of_from, data from ${quoted(mirrored(type).table)} where id = object offset 0
  ) e on true
  where type = '${type}'`;
}
