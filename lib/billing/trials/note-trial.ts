import { type Executor, runPrepared, type Statement } from "@/db/prepared";

/**
 * Writes down by what the owner of a subscription that has, or had, a trial is known again: their account, their address,
 * and the cards they have by now. Reads the mirror alone, so it may be called whenever one of them changes; a mark that is
 * there stays with the trial it was first seen with.
 */
export async function noteTrial(on: Executor, subscriptionId: string): Promise<void> {
  await runPrepared(on, statement, [subscriptionId]);
}

/** What `noteTrial` does, for a transaction that needs no answer. */
export function notingTrial(subscriptionId: string): Statement {
  return { text: statement, parameters: [subscriptionId] };
}

/**
 * The statement that notes trials. Of one address there are many spellings: capitals, and what stands behind a plus sign.
 *
 * @param which those of the subscriptions `s`
 */
export function notingWhere(which: string): string {
  return `
insert into used_trials (kind, value, subscription)
select kind, value, s.id
from stripe.subscriptions s
join billing_customers b on b.stripe_customer_id = s.customer
join users u on u.id = b.user_id
cross join lateral (
  select 'account' as kind, u.id::text as value
  union all select 'email', regexp_replace(lower(u.email), '\\+[^@]*@', '@')
  union all select 'card', p.card_fingerprint from stripe.payment_methods p
    where p.customer = s.customer and p.card_fingerprint is not null
) marks
where ${which} and jsonb_typeof(s.data -> 'trial_start') = 'number'
on conflict do nothing`;
}

/** Parameter: 1 the subscription's id. */
const statement = notingWhere("s.id = $1::text");
