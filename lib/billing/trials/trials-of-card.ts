import { type Executor, runPrepared } from "@/db/prepared";
import { noteTrial } from "./note-trial";

/** The subscriptions in trial whose owner has saved a card with which somebody has had another trial. From the mirror. */
export async function repeatedTrials(on: Executor, card: string): Promise<string[]> {
  const rows = await runPrepared<{ id: string }>(
    on,
    `${trialsOf} join used_trials t on t.kind = 'card' and t.value = p.card_fingerprint and t.subscription <> s.id
     where p.id = $1::text and s.status = 'trialing'`,
    [card],
  );
  return rows.map(({ id }) => id);
}

/** Lets a card be known again that was saved during a trial. */
export async function noteTrialsOfCard(on: Executor, card: string): Promise<void> {
  const rows = await runPrepared<{ id: string }>(
    on,
    `${trialsOf} where p.id = $1::text and s.status = 'trialing'`,
    [card],
  );
  for (const { id } of rows) await noteTrial(on, id);
}

const trialsOf = `select s.id from stripe.payment_methods p
  join stripe.subscriptions s on s.customer = p.customer and s.deleted_at is null`;
