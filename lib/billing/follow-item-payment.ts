import { billing } from "@/billing.config";
import type { Transaction } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { enqueue } from "@/lib/jobs/enqueue";
import itemConfirmation from "./jobs/item-confirmation";

/**
 * Brings a purchase and its grants in line with what the mirror has of its payment: granted where it is paid, revoked where
 * it was given back, as `closedBy` in billing.config.ts says. Reads nothing from an event and may be called any number of
 * times, in any order. Its buyer gets a confirmation, once.
 *
 * @returns whether what it paid for is open now; null for a payment of anything else
 */
export async function followItemPayment(tx: Transaction, paymentIntent: string): Promise<boolean | null> {
  // Whoever waits here for another must look at the mirror afterwards, and does: the next statement sees what has been committed.
  const [held] = await runPrepared<{ id: string }>(tx, lock, [paymentIntent]);
  if (!held) return null;
  const { fullRefund, lostDispute } = billing.closedBy;
  const [granted] = await runPrepared<{ id: string }>(tx, follow, [
    held.id,
    paymentIntent,
    fullRefund,
    lostDispute,
  ]);
  if (granted) await enqueue(tx, itemConfirmation, { purchase: granted.id }, { key: granted.id });
  return granted !== undefined;
}

/** A purchase whose process died before it wrote down its payment is known by the payment's metadata. */
const lock = `
select p.id from item_purchases p
where p.stripe_payment_intent_id = $1::text or p.stripe_payment_intent_id is null and p.id::text = (
  select data #>> '{metadata,purchase}' from stripe.payment_intents where id = $1::text
)
for update`;

/** Parameters: 1 the purchase, 2 its payment, 3 and 4 whether a full refund and a lost dispute close. */
const follow = `
with known as materialized (
  select i.status = 'succeeded' as paid, i.status = 'canceled' as canceled,
    $3::boolean and coalesce((
      select bool_and(c.refunded) from stripe.charges c where c.payment_intent = i.id and c.status = 'succeeded'
    ), false) or $4::boolean and exists (
      select from stripe.disputes d where d.payment_intent = i.id and d.status = 'lost'
    ) as returned
  from stripe.payment_intents i where i.id = $2::text
), purchase as (
  update item_purchases p set
    stripe_payment_intent_id = $2::text,
    paid_at = case when paid then coalesce(p.paid_at, now()) end,
    released_at = case when returned or canceled then coalesce(p.released_at, now()) else p.released_at end
  from known where p.id = $1::uuid
  returning p.id, p.user_id, p.features, known.paid and not known.returned as open
), revoked as (
  update grants g set revoked_at = now() from purchase
  where g.purchase_id = purchase.id and not purchase.open and g.revoked_at is null
), granted as (
  insert into grants (user_id, feature, purchase_id)
  select user_id, unnest(features), id from purchase where open
  on conflict (purchase_id, feature) do update set revoked_at = null
)
select id from purchase where open`;
