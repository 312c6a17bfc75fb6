import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { asksForConfirmed } from "./asks-for-confirmed";
import { spelledAlike } from "./spelled-alike";

/**
 * Whether the address of a trial's owner is known from another trial. Where none was known a moment before, two accounts of one
 * address have begun theirs at once: the mark is the first one's, and the other sees it here.
 */
export async function isSecondTrial(userId: string, subscription: string): Promise<boolean> {
  const rows = await runPrepared(db, statement, [userId, subscription, asksForConfirmed()]);
  return rows.length > 0;
}

const statement = `
select 1 from users u
join used_trials t on t.kind = 'email' and t.value = ${spelledAlike}
where u.id = $1::text::uuid and t.subscription <> $2::text
  and (u.email_verified_at is not null or not $3::boolean)`;
