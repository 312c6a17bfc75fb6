import { db } from "@/db/client";

/**
 * Whether a person has had a trial: by this account, or by another with their e-mail address, however it is written. With
 * a card's fingerprint, also whether anybody has had one with that card.
 */
export async function hasTried(userId: string, fingerprint: string | null = null): Promise<boolean> {
  const rows = await db.$client`
    select 1 from used_trials t
    where (t.kind = 'account' and t.value = ${userId})
      or (t.kind = 'card' and t.value = ${fingerprint})
      or (t.kind = 'email' and t.value = (
        select regexp_replace(lower(u.email), '\\+[^@]*@', '@') from users u where u.id = ${userId}
      ))
    limit 1`;
  return rows.length > 0;
}
