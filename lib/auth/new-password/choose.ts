import { and, eq, exists, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users } from "@/db/schema/identity";
import { apiKeys } from "@/db/schema/usage";
import { isOver, readLink } from "../mail-link";
import type { SessionOwner } from "../queries/users";
import { isOurs, type PasswordOwner } from "./link";
import { replacePassword } from "./replace";

/** What a link by which a new password is chosen can do. */
export type PasswordLink =
  /** We haven't made it, it was used, or the account has another password or address since. */
  { state: "unknown" } | { state: "expired" } | { state: "open"; owner: PasswordOwner };

/** What a link can do at this moment; looking changes nothing. */
export async function stateOfLink(token: string): Promise<PasswordLink> {
  const link = readLink(token);
  if (!link) return { state: "unknown" };
  const [owner] = await db
    .select({ id: users.id, email: users.email, sessionVersion: users.sessionVersion })
    .from(users)
    .where(eq(users.id, link.userId));
  if (!owner || !isOurs(link, owner)) return { state: "unknown" };
  return isOver(link) ? { state: "expired" } : { state: "open", owner };
}

export type Chosen = { ok: true; owner: SessionOwner } | { ok: false; reason: "link" };

/**
 * Gives the account that a link was sent to a new password, for whoever holds the link. From however many tabs, it works once.
 * Where the address was never confirmed, whoever made the account need not own it: the keys they have made end as well, which
 * would go on using what its owner pays for.
 *
 * @throws the database's error
 */
export async function chooseNewPassword(token: string, password: string): Promise<Chosen> {
  const link = await stateOfLink(token);
  const owner = link.state === "open" ? await replaceFor(link.owner, password) : null;
  return owner ? { ok: true, owner } : { ok: false, reason: "link" };
}

function replaceFor(owner: PasswordOwner, password: string): Promise<SessionOwner | null> {
  return replacePassword(owner, password, (tx) => endKeysOfStranger(tx, owner.id));
}

async function endKeysOfStranger(tx: Transaction, userId: string): Promise<void> {
  const unconfirmed = tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)));
  await tx
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt), exists(unconfirmed)));
}
