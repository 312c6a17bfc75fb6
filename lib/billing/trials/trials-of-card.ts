import type { Statement } from "@/db/prepared";
import { enqueuedFor } from "@/lib/jobs/enqueue";
import endRepeatedTrial from "../jobs/end-repeated-trial";
import { noting } from "./note-trial";

/**
 * Asks for the end of the trials whose owner has saved a card with which somebody has had another trial, by the mirror.
 * Its rows are the subscriptions.
 */
export function endingRepeatedTrials(card: string): Statement {
  return { text: endRepeated, parameters: [card] };
}

/** Lets a card be known again that was saved during a trial. */
export function notingTrialsOfCard(card: string): Statement {
  return noting(triedBy, card);
}

const endRepeated = `
with repeated as (
  select s.id as key, json_build_object('subscription', s.id) as payload
  from stripe.payment_methods p
  join stripe.subscriptions s on s.customer = p.customer and s.deleted_at is null
  where p.id = $1::text and s.status = 'trialing' and exists (
    select from used_trials t where t.kind = 'card' and t.value = p.card_fingerprint and t.subscription <> s.id
  )
), ${enqueuedFor(endRepeatedTrial, "repeated")}
select key as subscription, (select count(*) from enqueued) from repeated`;

const triedBy = `s.status = 'trialing' and s.deleted_at is null
  and s.customer = (select customer from stripe.payment_methods where id = $1::text)`;
