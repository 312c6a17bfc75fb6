import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { asksForConfirmed } from "./asks-for-confirmed";
import { spelledAlike } from "./spelled-alike";

/**
 * Whether a person has had a trial: by this account, or by another with their e-mail address, however it is written, where
 * that counts (see asks-for-confirmed.ts). With a card's fingerprint, also whether anybody has had one with that card.
 */
export async function hasTried(userId: string, fingerprint: string | null = null): Promise<boolean> {
  return (await runPrepared(db, statement, [userId, fingerprint, asksForConfirmed()])).length > 0;
}

const statement = `
select 1 from used_trials t
where (t.kind = 'account' and t.value = $1::text)
  or (t.kind = 'card' and t.value = $2::text)
  or (t.kind = 'email' and t.value = (
    select ${spelledAlike} from users u
    where u.id = $1::text::uuid and (u.email_verified_at is not null or not $3::boolean)
  ))
limit 1`;
