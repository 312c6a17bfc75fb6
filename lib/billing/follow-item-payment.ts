import { billing } from "@/billing.config";
import type { Transaction } from "@/db/client";
import { runPrepared, type Statement } from "@/db/prepared";
import { enqueuedFor } from "@/lib/jobs/enqueue";
import itemConfirmation from "./jobs/item-confirmation";

/**
 * Brings a purchase and its grants in line with what the mirror has of its payment: granted where it is paid, revoked where
 * it was given back, as `closedBy` in billing.config.ts says, and granted again where that has failed. Reads nothing from an event and may be called any number of
 * times, in any order. Its buyer gets a confirmation, once.
 *
 * @returns whether what it paid for is open now; null for a payment of anything else
 */
export async function followItemPayment(tx: Transaction, paymentIntent: string): Promise<boolean | null> {
  const [locking, following] = followingItemPayment(paymentIntent);
  const [held] = await runPrepared<{ id: string }>(tx, locking.text, locking.parameters);
  if (!held) return null;
  const open = await runPrepared(tx, following.text, following.parameters);
  return open.length > 0;
}

/**
 * What `followItemPayment` does, for a transaction that needs no answer: two statements, one after the other. Whoever waits
 * at the first for another must look at the mirror afterwards, and the second sees what has been committed by then.
 */
export function followingItemPayment(paymentIntent: string): [Statement, Statement] {
  const { fullRefund, lostDispute } = billing.closedBy;
  return [
    { text: lock, parameters: [paymentIntent] },
    { text: follow, parameters: [paymentIntent, fullRefund, lostDispute] },
  ];
}

/** A purchase whose process died before it wrote down its payment is known by the payment's metadata. */
const own = `(p.stripe_payment_intent_id = $1::text or p.stripe_payment_intent_id is null and p.id::text = (
  select data #>> '{metadata,purchase}' from stripe.payment_intents where id = $1::text
))`;

const lock = `select p.id from item_purchases p where ${own} for update`;

/**
 * What is told of a payment long ago, when the job's key may have been forgotten, confirms nothing any more.
 * Parameters: 1 the payment, 2 and 3 whether a full refund and a lost dispute close.
 */
const follow = `
with known as materialized (
  select i.status = 'succeeded' as paid, i.status = 'canceled' as canceled,
    $2::boolean and coalesce((
      select bool_and(c.refunded) from stripe.charges c where c.payment_intent = i.id and c.status = 'succeeded'
    ), false) or $3::boolean and exists (
      select from stripe.disputes d where d.payment_intent = i.id and d.status = 'lost'
    ) as returned
  from stripe.payment_intents i where i.id = $1::text
), purchase as (
  update item_purchases p set
    stripe_payment_intent_id = $1::text,
    paid_at = case when paid then coalesce(p.paid_at, now()) end,
    released_at = case when returned or canceled then coalesce(p.released_at, now())
      when paid and not exists (
        select from item_purchases o where o.user_id = p.user_id and o.product = p.product and o.id <> p.id
          and o.released_at is null
      ) then null else p.released_at end
  from known where ${own}
  returning p.id, p.user_id, p.features, known.paid and not known.returned as open, p.paid_at = now() as just_paid
), revoked as (
  update grants g set revoked_at = now() from purchase
  where g.purchase_id = purchase.id and not purchase.open and g.revoked_at is null
), granted as (
  insert into grants (user_id, feature, purchase_id)
  select user_id, unnest(features), id from purchase where open
  on conflict (purchase_id, feature) do update set revoked_at = null
), bought as (
  select id::text as key, json_build_object('purchase', id) as payload from purchase where open and just_paid
), ${enqueuedFor(itemConfirmation, "bought")}
select id, (select count(*) from enqueued) from purchase where open`;
