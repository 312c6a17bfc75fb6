import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { cardless } from "./cardless";

/** What may have to be said on every page to somebody whose subscription runs. */
export type NoticeFacts = {
  subscription: string;
  status: string;
  planName: string;
  /** When it ends by a cancellation that can still be taken back. */
  ends: boolean;
  trialEnd: Date | null;
  /** Stripe's word for what a trial that ends without a card becomes. */
  withoutCard: string | null;
  /** Nothing can be charged for it: no card, and nothing of the kind. */
  cardless: boolean;
  /** A discount or credit lowers what comes next, perhaps to nothing. */
  lowered: boolean;
  /** What pays for it. */
  card: { brand: string; last4: string | null; expires: { month: number; year: number } | null } | null;
  /** Its open invoices: the oldest, and how many there are. */
  owed: { invoice: string; remaining: number; currency: string; count: number; bankAsks: boolean } | null;
};

type Row = {
  subscription: string;
  status: string;
  plan_name: string | null;
  ends: boolean;
  trial_end: number | null;
  without_card: string | null;
  cardless: boolean;
  lowered: boolean;
  brand: string | null;
  last4: string | null;
  month: number | null;
  year: number | null;
  invoice: string | null;
  remaining: number | null;
  currency: string | null;
  count: number | null;
  bank_asks: boolean | null;
};

/** Each step by an index. Parameter: 1 the user's id. */
const statement = `
select s.id as subscription, s.status, p.name as plan_name,
  s.cancel_at is not null or coalesce(s.cancel_at_period_end, false) as ends,
  extract(epoch from s.trial_end)::float8 as trial_end,
  s.data #>> '{trial_settings,end_behavior,missing_payment_method}' as without_card,
  ${cardless("s", "c")} as cardless,
  coalesce(jsonb_path_exists(s.data, '$.discounts[*]') or jsonb_path_exists(s.data, '$.items.data[*].discounts[*]')
    or jsonb_typeof(c.data -> 'discount') = 'object' or (c.data ->> 'balance')::float8 < 0, false) as lowered,
  coalesce(pm.card_brand, pm.type) as brand, pm.card_last4 as last4,
  (pm.data #>> '{card,exp_month}')::int as month, (pm.data #>> '{card,exp_year}')::int as year,
  o.invoice, o.remaining, o.currency, o.count, o.bank_asks
from billing_customers b
join stripe.subscriptions s on s.customer = b.stripe_customer_id and s.deleted_at is null
  and s.status not in ('incomplete', 'incomplete_expired', 'canceled')
left join stripe.customers c on c.id = s.customer
left join stripe.products p on p.id = jsonb_path_query_first(
  s.data, '$.items.data[*] ? (!(@.price.recurring.usage_type == "metered")).price.product') #>> '{}'
left join stripe.payment_methods pm
  on pm.id = coalesce(s.default_payment_method, c.default_payment_method) and pm.deleted_at is null
left join lateral (
  select i.id as invoice, (i.data ->> 'amount_remaining')::float8 as remaining, i.currency,
    (count(*) over ())::int as count,
    exists (
      select from stripe.invoice_payments ip join stripe.payment_intents pi on pi.id = ip.payment_intent
      where ip.invoice = i.id and (pi.status = 'requires_action'
        or pi.data #>> '{last_payment_error,code}' = 'authentication_required')
    ) as bank_asks
  from stripe.invoices i
  where i.subscription = s.id and i.status = 'open' and i.deleted_at is null
    and (i.data ->> 'amount_remaining')::float8 > 0
  order by i.created, i.id limit 1
) o on s.status in ('past_due', 'unpaid')
where b.user_id = $1::uuid and c.deleted_at is null
order by s.created desc limit 1`;

/**
 * What a page's frame asks for whoever is signed in: one short statement, prepared once, which finds nothing for most. Null
 * where no subscription runs.
 */
export async function noticeFacts(userId: string): Promise<NoticeFacts | null> {
  const [row] = await runPrepared<Row>(db, statement, [userId]);
  if (!row) return null;
  const { brand, last4, month, year, invoice, remaining, currency } = row;
  const expires = month !== null && year !== null ? { month, year } : null;
  const owes = invoice !== null && remaining !== null && currency !== null;
  return {
    ...{ subscription: row.subscription, status: row.status, ends: row.ends },
    ...{ cardless: row.cardless, lowered: row.lowered },
    planName: row.plan_name ?? "your plan",
    trialEnd: row.trial_end === null ? null : new Date(row.trial_end * 1000),
    withoutCard: row.without_card,
    card: brand === null ? null : { brand, last4, expires },
    owed: owes
      ? { invoice, remaining, currency, count: row.count ?? 1, bankAsks: row.bank_asks ?? false }
      : null,
  };
}
