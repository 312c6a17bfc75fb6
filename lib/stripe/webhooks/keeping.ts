import { events } from "@/db/schema/stripe/events";
import { quoted } from "../mirror/statement";

const ledger = quoted(events);

/** How long an event may take before it counts as left behind, and is taken up again. */
export const LEASE = "interval '5 minutes'";

const kept = "id, payload::text as payload, endpoint, attempts";

/** Makes an event one that still has to be processed. Parameters: 1 id. */
export const reopenStatement = `
update ${ledger} set status = 'received', processed_at = null, next_attempt_at = now() + ${LEASE}
where id = $1::text returning ${kept}`;

/** Leases what is due to be tried again, the longest due first. Parameters: 1 how many. */
export const dueStatement = `
update ${ledger} set next_attempt_at = now() + ${LEASE}
where id in (
  select id from ${ledger} where status <> 'processed' and next_attempt_at <= now()
  order by next_attempt_at limit $1::int for update skip locked
) returning ${kept}`;

/**
 * Deletes some of the events received more than so many days ago, the oldest first, beginning with those received at a
 * moment. Without it and the order, a ledger most of which is old would be read from end to end each time, past all that
 * has been deleted before. Parameters: 1 days, 2 the moment.
 */
export const pruneStatement = `
with gone as (
  delete from ${ledger} where id in (
    select id from ${ledger}
    where received_at >= $2::text::timestamptz and received_at < now() - interval '1 day' * $1::float8
      and status = 'processed'
    order by received_at limit 5000
  ) returning received_at
)
select count(*)::int as count, max(received_at)::text as last from gone`;
