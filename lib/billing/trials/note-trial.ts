import { type Executor, runPrepared, type Statement } from "@/db/prepared";
import { asksForConfirmed } from "./asks-for-confirmed";
import { spelledAlike } from "./spelled-alike";

/**
 * Writes down by what the owner of a subscription that has, or had, a trial is known again: their account, their address once
 * it counts (see asks-for-confirmed.ts), and the cards they have by now. Reads the mirror alone, so it may be called whenever
 * one of them changes; a mark that is there stays with the trial it was first seen with.
 */
export async function noteTrial(on: Executor, subscriptionId: string): Promise<void> {
  const { text, parameters } = notingTrial(subscriptionId);
  await runPrepared(on, text, parameters);
}

/** Writes it down for all of a person's trials, when their address has just been confirmed. */
export async function noteTrialsOf(on: Executor, userId: string): Promise<void> {
  const { text, parameters } = noting("b.user_id = $1::uuid", userId);
  await runPrepared(on, text, parameters);
}

/** What `noteTrial` does, for a transaction that needs no answer. */
export function notingTrial(subscriptionId: string): Statement {
  return noting("s.id = $1::text", subscriptionId);
}

/**
 * Notes trials.
 *
 * @param which those of the subscriptions `s`, where `$1` is what they are found by
 */
export function noting(which: string, by: string): Statement {
  const text = `
insert into used_trials (kind, value, subscription)
select kind, value, s.id
from stripe.subscriptions s
join billing_customers b on b.stripe_customer_id = s.customer
join users u on u.id = b.user_id
cross join lateral (
  select 'account' as kind, u.id::text as value
  union all select 'email', ${spelledAlike}
    where u.email_verified_at is not null or not $2::boolean
  union all select 'card', p.card_fingerprint from stripe.payment_methods p
    where p.customer = s.customer and p.card_fingerprint is not null
) marks
where ${which} and jsonb_typeof(s.data -> 'trial_start') = 'number'
on conflict do nothing`;
  return { text, parameters: [by, asksForConfirmed()] };
}
