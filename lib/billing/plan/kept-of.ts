import type Stripe from "stripe";
import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { forPeriod } from "../queries/for-period";
import { onlyForUse } from "../queries/for-use";

/**
 * What is left to us of all that was billed for the running period of a subscription, where a part of it has gone back by
 * refunds, credit notes or disputes; null where nothing has. In minor units, taxes included, by the mirror. What is disputed
 * is gone until the bank has decided for us: credited before, it would be had twice.
 */
export async function keptOf(subscription: string, item: Stripe.SubscriptionItem): Promise<number | null> {
  const byMonth = item.price.recurring?.interval === "month";
  const [found] = await runPrepared<{ kept: number | null; back: number | null }>(db, statement, [
    subscription,
    item.current_period_start,
    byMonth,
  ]);
  return found?.back ? (found.kept ?? 0) : null;
}

/** Parameters: 1 the subscription, 2 since when, in unix seconds, 3 whether a bill of use may be the plan's as well. */
const statement = `
select sum((i.data ->> 'total')::float8 - given.back) as kept, sum(given.back) as back
from stripe.invoices i
cross join lateral (
  select greatest(
    coalesce(sum((ch.data ->> 'amount_refunded')::float8 + disputed.amount), 0),
    coalesce((i.data ->> 'post_payment_credit_notes_amount')::float8, 0)
  ) as back
  from stripe.invoice_payments p
  join stripe.charges ch on ch.payment_intent = p.payment_intent and ch.status = 'succeeded'
  cross join lateral (
    select coalesce(sum((d.data ->> 'amount')::float8), 0) as amount from stripe.disputes d
    where d.charge = ch.id and d.status in ('needs_response', 'under_review', 'lost')
  ) disputed
  where p.invoice = i.id
) given
where i.subscription = $1::text and i.status = 'paid' and i.deleted_at is null
  and ${forPeriod("i", "$2::float8")}
  and ($3::boolean or not ${onlyForUse("i.data")})`;
