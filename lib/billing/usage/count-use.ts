import type { billing } from "@/billing.config";
import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { endedStatuses } from "../status";

export type MeterKey = keyof typeof billing.meters;

type Use = {
  userId: string;
  keyId: string;
  meter: MeterKey;
  /** When; now, but in tests. */
  at?: Date;
};

/**
 * Counts one use, in one round trip, and notes that the key was used. It is billed where its owner's subscription has an item
 * for the meter, as the mirror has it now; otherwise it is counted for nobody's bill.
 */
export async function countUse({ userId, keyId, meter, at = new Date() }: Use): Promise<void> {
  await runPrepared(db, statement, [userId, keyId, meter, at.toISOString()]);
}

/**
 * The time that is kept is the minute's, or the start of a billing period that began within that minute: so no use is billed
 * for the period before its own, even while the mirror hasn't heard yet of the one that has just begun.
 */
const statement = `
with billed as (
  select c.stripe_customer_id as customer,
    to_timestamp((item ->> 'current_period_start')::float8) as begins,
    to_timestamp((item ->> 'current_period_end')::float8) as ends
  from billing_customers c
  join stripe.subscriptions s on s.customer = c.stripe_customer_id and s.deleted_at is null
    and s.status not in ('incomplete', ${endedStatuses.map((status) => `'${status}'`).join(", ")})
  cross join lateral jsonb_path_query(s.data, '$.items.data[*] ? (@.price.recurring.usage_type == "metered")') item
  join stripe.meters m on m.id = item #>> '{price,recurring,meter}' and m.event_name = $3::text
  where c.user_id = $1::uuid
  order by s.created desc
  limit 1
), noted as (
  update api_keys set last_used_at = now()
  where id = $2::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')
)
insert into usage_counts (user_id, key_id, meter, customer, at, count)
select $1::uuid, $2::uuid, $3::text, b.customer, greatest(
  date_trunc('minute', now.at), case when b.ends <= now.at then b.ends when b.begins <= now.at then b.begins end
), 1
from (select $4::timestamptz as at) now left join billed b on true
on conflict on constraint usage_counts_one_a_minute do update set count = usage_counts.count + 1`;
