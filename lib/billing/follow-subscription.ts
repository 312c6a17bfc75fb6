import type { Transaction } from "@/db/client";
import { runPrepared, type Statement } from "@/db/prepared";
import { endedStatuses } from "./status";

/**
 * Brings a user's slot in line with what the mirror has of a subscription: released where it has ended, taken where it
 * lives. Reads nothing from the event, so the order in which events come doesn't matter.
 */
export async function followSubscription(tx: Transaction, subscriptionId: string): Promise<void> {
  const { text, parameters } = following(subscriptionId);
  await runPrepared(tx, text, parameters);
}

/** What `followSubscription` does, for a transaction that needs no answer. */
export function following(subscriptionId: string): Statement {
  return { text: statement, parameters: [subscriptionId] };
}

/**
 * Whoever changes the subscription at this moment is waited for, and what they leave is gone by: decided on what it was
 * before, a place that has just been freed would be filled for good. One statement, since every change of every subscription comes through here. A living subscription fills the slot its
 * purchase was begun with, or takes one where an administrator made it. Parameter: 1 the subscription's id.
 */
const statement = `
with known as materialized (
  select b.user_id, s.id, s.data #>> '{metadata,slot}' as slot,
    jsonb_path_query_first(s.data, '$.items.data[*] ? (!(@.price.recurring.usage_type == "metered"))')
      #>> '{price,id}' as price,
    coalesce(s.status, '') not in (${endedStatuses.map((status) => `'${status}'`).join(", ")}) as lives
  from stripe.subscriptions s join billing_customers b on b.stripe_customer_id = s.customer
  where s.id = $1::text
  for share of s
), freed as (
  update subscription_slots t set released_at = now() from known
  where not lives and t.stripe_subscription_id = known.id and t.released_at is null
), filled as (
  update subscription_slots t set stripe_subscription_id = known.id from known
  where lives and t.id::text = slot and t.user_id = known.user_id
    and t.stripe_subscription_id is null and t.released_at is null
  returning 1
)
insert into subscription_slots (user_id, price_id, stripe_subscription_id)
select user_id, price, id from known
where lives and price is not null and not exists (select from filled)
on conflict do nothing`;
