import { events } from "@/db/schema/stripe/events";
import { customers } from "@/db/schema/stripe/people";
import { type MirroredType, mirrored } from "../mirror/registry";
import { onConflict, quoted } from "../mirror/statement";
import { LEASE } from "./keeping";

const ledger = quoted(events);

/** Parameters: 1 id, 2 payload, 3 endpoint, 4 and 5 deliveries and attempts to add, 6 ms so far. */
const given = `given as materialized (
  select $1::text as id, $2::text::jsonb as payload, $3::text as endpoint,
    $4::int as delivered, $5::int as attempted, $6::float8 as ms
)`;

const thisTransaction = "pg_current_xact_id()::text::bigint";

/**
 * Notes events in the ledger. `fresh` says that it is this transaction that processes the event: all others leave it as
 * it is.
 *
 * @param processed whether an event is processed by this, in SQL
 * @param from where its fields come from: those of `given`, under the name `g`
 */
export function noted(processed: string, from: string): string {
  return `insert into ${ledger} as l
    (id, type, api_version, livemode, account, endpoint, object_id, payload, duration_ms, created,
      deliveries, attempts, status, processed_at, processed_in, next_attempt_at)
  select g.id, payload ->> 'type', payload ->> 'api_version', (payload ->> 'livemode')::boolean,
    payload ->> 'account', endpoint, payload #>> '{data,object,id}', payload, ms,
    to_timestamp((payload ->> 'created')::float8),
    delivered, attempted, case when ${processed} then 'processed'::stripe.event_status else 'received' end,
    case when ${processed} then now() end, case when ${processed} then ${thisTransaction} end,
    case when ${processed} then null else now() + ${LEASE} end
  from ${from}
  on conflict (id) do update set
    deliveries = l.deliveries + excluded.deliveries,
    attempts = l.attempts + case when l.status = 'processed' then 0 else excluded.attempts end,
    status = case when l.status = 'processed' then l.status else excluded.status end,
    duration_ms = case when l.status = 'processed' then l.duration_ms else excluded.duration_ms end,
    processed_at = case when l.status = 'processed' then l.processed_at else excluded.processed_at end,
    processed_in = case when l.status = 'processed' then l.processed_in else excluded.processed_in end,
    next_attempt_at = case when l.status = 'processed' then null else excluded.next_attempt_at end
  returning id, status, coalesce(processed_in = ${thisTransaction}, false) as fresh`;
}

/** Notes an event that changes nothing in the mirror. */
export const noteStatement = `
with ${given}, noted as (${noted("true", "given g")})
select status, fresh, null as outcome, 0 as revision, null as newer from noted`;

/** How long it took, all in all. Parameters: 1 id, 2 ms. */
export const durationStatement = `update ${ledger} set duration_ms = $2::float8 where id = $1::text`;

/**
 * Records a failure, and when to try again: after a minute, and twice as long each time, up to a day.
 * Parameters: 1 id, 2 payload, 3 endpoint, 4 and 5 deliveries and attempts to add, 6 ms, 7 error.
 */
export const failStatement = `
insert into ${ledger} as l
  (id, type, api_version, livemode, account, endpoint, object_id, payload, status, duration_ms, created,
    deliveries, attempts, last_error, next_attempt_at)
select $1::text, payload ->> 'type', payload ->> 'api_version', (payload ->> 'livemode')::boolean,
  payload ->> 'account', $3::text, payload #>> '{data,object,id}', payload, 'failed', $6::float8,
  to_timestamp((payload ->> 'created')::float8), $4::int, $5::int, $7::text, now() + interval '1 minute'
from (select $2::text::jsonb as payload) g
on conflict (id) do update set
  status = 'failed', deliveries = l.deliveries + $4::int, attempts = l.attempts + $5::int,
  duration_ms = excluded.duration_ms, last_error = excluded.last_error,
  next_attempt_at = now() + least(interval '1 day', interval '1 minute' * power(2, least(l.attempts, 12)))
where l.status <> 'processed'`;

const statements = new Map<MirroredType, string>();

/**
 * Notes an event and writes its object by the ordering rule.
 * Parameters, after those of the note: 7 object id, 8 content if not the payload's, 9 from, 10 to, 11 deleted,
 * 12 the revision this write would give, 13 the customer whose test clock decides. Nulls from 8 on: not to write.
 */
export function takeStatement(type: MirroredType): string {
  const made = statements.get(type) ?? compose(quoted(mirrored(type).table));
  statements.set(type, made);
  return made;
}

function compose(table: string): string {
  return `
with ${given}, comparable as materialized (
  select $9::float8 is not null
    and ($13::text is null or exists (select from ${quoted(customers)} where id = $13 and test_clock is null)) as yes
), wrote as (
  insert into ${table} as t (id, data, as_of_from, as_of_to, deleted_at, revision)
  select $7::text, coalesce($8::text::jsonb, payload #> '{data,object}'), to_timestamp($9::float8),
    to_timestamp($10::float8), case when $11::boolean then to_timestamp($9::float8) end, $12::bigint
  from given, comparable
  where comparable.yes
    and not exists (select from ${ledger} where id = $1 and status = 'processed')
  ${onConflict}
  returning id
), decided as (
  select coalesce(e.revision, 0)::float8 as revision, e.data,
    case when exists (select from wrote) then 'written'
      when comparable.yes and e.as_of_from >= to_timestamp($10::float8) then 'stale'
      else 'unsettled' end as outcome
  from comparable left join ${table} e on e.id = $7::text
), noted as (
  ${noted("outcome <> 'unsettled'", "given g, decided")}
)
select noted.status, noted.fresh, outcome, revision, case when outcome = 'stale' then decided.data end as newer
from noted, decided`;
}
