import { tables } from "../support/tables";

const statements = new Map(Object.entries(tables).map(([kind, table]) => [kind, compose(table)]));

/**
 * One statement that writes an event's rows as they come, into ledger and mirror: no order, no duplicates, no
 * decisions. One round trip, and the payload is sent once. Parameter: 1 the event's JSON.
 */
export function bareWrite(object: string): string {
  const statement = statements.get(object);
  if (!statement) throw new Error(`The ceiling writes no ${object}.`);
  return statement;
}

function compose(table: string): string {
  return `
with given as materialized (select $1::text::jsonb as payload), noted as (
  insert into stripe.events (id, type, api_version, livemode, object_id, payload, status, duration_ms, created,
    processed_at, processed_in)
  select payload ->> 'id', payload ->> 'type', payload ->> 'api_version', (payload ->> 'livemode')::boolean,
    payload #>> '{data,object,id}', payload, 'processed', 0, to_timestamp((payload ->> 'created')::float8),
    now(), 0
  from given
)
insert into stripe.${table} as t (id, data, as_of_from, as_of_to)
select payload #>> '{data,object,id}', payload #> '{data,object}', to_timestamp((payload ->> 'created')::float8),
  to_timestamp((payload ->> 'created')::float8 + 1)
from given
on conflict (id) do update set data = excluded.data, as_of_from = excluded.as_of_from,
  as_of_to = excluded.as_of_to, revision = t.revision + 1, synced_at = now()`;
}
