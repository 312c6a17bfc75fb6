import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users } from "@/db/schema/identity";
import { enqueue } from "@/lib/jobs/enqueue";
import { hashPassword } from "../password";
import type { SessionOwner } from "../queries/users";
import { passwordChangedJob } from "./changed-job";

/**
 * Puts a new password in an account's place for the old one, ends all its sessions, and has its owner told by mail.
 *
 * @param owner as the account was when it was decided; of two changes at once one is made
 * @param also what else ends with the old password, in the same transaction
 * @returns what a new session is made of; null where the account is another by now
 */
export async function replacePassword(
  owner: SessionOwner,
  password: string,
  also: (tx: Transaction) => Promise<void> = async () => {},
): Promise<SessionOwner | null> {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(and(eq(users.id, owner.id), eq(users.sessionVersion, owner.sessionVersion)))
      .returning({ id: users.id, sessionVersion: users.sessionVersion });
    if (!changed) return null;
    await also(tx);
    const { id, sessionVersion: version } = changed;
    await enqueue(tx, passwordChangedJob, { user: id, version }, { key: `${id}.${version}` });
    return changed;
  });
}
