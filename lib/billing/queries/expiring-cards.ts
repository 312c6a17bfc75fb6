import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import type { Addressee } from "./addressee";

/** A card in its last month or the one before, that pays for a plan which goes on. `month` is counted from 1. */
export type ExpiringCard = {
  card: string;
  month: number;
  year: number;
  brand: string;
  last4: string;
  /** Null where the mirror doesn't have its product. */
  planName: string | null;
  person: Addressee;
};

type Row = Omit<ExpiringCard, "person"> & { id: string; name: string; email: string };

/** The subscription's own card goes before the customer's default. Parameters: 1 now; 2 one card's id, or null for all. */
const statement = `
select distinct on (pm.id) pm.id as card, m.month, m.year, pm.card_brand as brand, pm.card_last4 as last4,
  p.name as "planName", u.id, u.name, u.email
from stripe.subscriptions s
join billing_customers b on b.stripe_customer_id = s.customer
join users u on u.id = b.user_id
left join stripe.customers c on c.id = s.customer
join stripe.payment_methods pm on pm.id = coalesce(s.default_payment_method, c.default_payment_method)
  and pm.type = 'card' and pm.deleted_at is null
cross join lateral (select (pm.data #>> '{card,exp_month}')::int as month, (pm.data #>> '{card,exp_year}')::int as year) m
left join stripe.products p on p.id = jsonb_path_query_first(
  s.data, '$.items.data[*] ? (!(@.price.recurring.usage_type == "metered")).price.product') #>> '{}'
where c.deleted_at is null and s.status in ('active', 'trialing', 'past_due') and s.deleted_at is null
  and s.cancel_at is null and not s.cancel_at_period_end
  and m.year * 12 + m.month between extract(year from $1::timestamptz at time zone 'UTC') * 12
    + extract(month from $1::timestamptz at time zone 'UTC')
    and extract(year from $1::timestamptz at time zone 'UTC') * 12 + extract(month from $1::timestamptz at time zone 'UTC') + 1
  and ($2::text is null or pm.id = $2)
order by pm.id, s.created desc`;

/** The cards about to expire, from the mirror; with `card`, that one alone, if it still is one of them. */
export async function expiringCards(now: Date, card: string | null = null): Promise<ExpiringCard[]> {
  const rows = await runPrepared<Row>(db, statement, [now.toISOString(), card]);
  return rows.map(({ id, name, email, ...rest }) => ({ ...rest, person: { id, name, email } }));
}
