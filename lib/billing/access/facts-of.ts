import { db } from "@/db/client";
import { type Executor, runPrepared } from "@/db/prepared";
import { cardless } from "../queries/cardless";
import { forPeriod } from "../queries/for-period";
import { onlyForUse } from "../queries/for-use";
import type { AccessFact } from "./facts";

/** Times are unix seconds. Those inside items are taken as numbers only: another shape is null, and decided on as such. */
type Row = {
  feature: string;
  subscription_id: string | null;
  status: string | null;
  cancel_at: number | null;
  cancel_at_period_end: boolean | null;
  period_start: number | null;
  period_end: number | null;
  unpaid_since: number | null;
  owed_for_use: boolean | null;
  paused: boolean | null;
  paid: boolean | null;
  refunded: boolean | null;
  lost_dispute: boolean | null;
  ended_at: number | null;
  ends_with_trial: boolean | null;
  ends_at: number | null;
  bought_at: number | null;
  revoked_at: number | null;
};

/**
 * Everything that may open something to a user. Each step is found by an index, and the statement is prepared once. What was
 * paid for a period is looked for in the invoices of the plan: a year's has others, of each month's use alone.
 *
 * Another table is joined and never asked by `exists` in a column: PostgreSQL expects many items of a subscription, and would
 * read all of that table first.
 *
 * @param on the transaction it is part of, where it is
 */
export async function accessFacts(userId: string, on: Executor = db): Promise<AccessFact[]> {
  const rows = await runPrepared<Row>(on, statement, [userId]);
  return rows.map(toFact);
}

const statement = `
select f.lookup_key as feature, s.id as subscription_id, s.status,
  extract(epoch from s.cancel_at)::float8 as cancel_at, s.cancel_at_period_end,
  case when jsonb_typeof(item -> 'current_period_start') = 'number'
    then (item ->> 'current_period_start')::float8 end as period_start,
  case when jsonb_typeof(item -> 'current_period_end') = 'number'
    then (item ->> 'current_period_end')::float8 end as period_end,
  owed.unpaid_since, owed.owed_for_use,
  jsonb_typeof(s.data -> 'pause_collection') = 'object' as paused,
  money.paid, money.refunded, money.lost_dispute, extract(epoch from s.ended_at)::float8 as ended_at,
  s.status = 'trialing' and ${cardless("s", "payer")}
    and s.data #>> '{trial_settings,end_behavior,missing_payment_method}' in ('cancel', 'pause') as ends_with_trial,
  null::float8 as ends_at, null::float8 as bought_at, null::float8 as revoked_at
from billing_customers c
left join stripe.customers payer on payer.id = c.stripe_customer_id
join stripe.subscriptions s on s.customer = c.stripe_customer_id and s.deleted_at is null
cross join lateral jsonb_path_query(s.data, '$.items.data[*] ? (!(@.deleted == true))') item
join stripe.product_features f on f.product = item #>> '{price,product}'
left join lateral (
  select extract(epoch from min(i.created))::float8 as unpaid_since, bool_and(${onlyForUse("i.data")}) as owed_for_use
  from stripe.invoices i
  where s.status = 'past_due' and i.subscription = s.id and i.status = 'open' and i.deleted_at is null
) owed on true
left join lateral (
  select true as paid, bool_and(ch.refunded) as refunded, bool_or(d.id is not null) as lost_dispute
  from stripe.invoices i
  left join stripe.invoice_payments p on p.invoice = i.id
  left join stripe.charges ch on ch.payment_intent = p.payment_intent and ch.status = 'succeeded'
  left join stripe.disputes d on d.charge = ch.id and d.status = 'lost'
  where i.subscription = s.id and i.status = 'paid' and i.deleted_at is null
    and jsonb_typeof(item -> 'current_period_start') = 'number'
    and ${forPeriod("i", "(item ->> 'current_period_start')::float8")}
    and (item #>> '{price,recurring,interval}' = 'month' or not ${onlyForUse("i.data")})
  having count(*) > 0
) money on true
where c.user_id = $1::uuid and payer.deleted_at is null
union all
select g.feature, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
  extract(epoch from g.ends_at)::float8, extract(epoch from p.paid_at)::float8, extract(epoch from g.revoked_at)::float8
from grants g left join item_purchases p on p.id = g.purchase_id
where g.user_id = $1::uuid and (g.revoked_at is null or g.purchase_id is not null)`;

function toFact(row: Row): AccessFact {
  const { feature, subscription_id: subscriptionId, status } = row;
  const returnedOn = time(row.revoked_at);
  if (returnedOn !== null) return { source: "return", feature, returnedOn };
  if (subscriptionId === null)
    return { source: "grant", feature, endsAt: time(row.ends_at), boughtOn: time(row.bought_at) };
  return {
    source: "subscription",
    feature,
    subscriptionId,
    status: status ?? "",
    cancelAt: time(row.cancel_at),
    cancelAtPeriodEnd: row.cancel_at_period_end ?? false,
    periodStart: time(row.period_start),
    periodEnd: time(row.period_end),
    unpaidSince: time(row.unpaid_since),
    owesUseAlone: (row.owed_for_use ?? false) && (row.paid ?? false),
    paused: row.paused ?? false,
    paid: row.paid ?? false,
    refunded: row.refunded ?? false,
    lostDispute: row.lost_dispute ?? false,
    endedAt: time(row.ended_at),
    endsWithTrial: row.ends_with_trial ?? false,
  };
}

function time(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1000);
}
