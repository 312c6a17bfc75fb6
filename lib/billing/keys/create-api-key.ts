import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { apiKeys } from "@/db/schema/usage";
import { newApiKey } from "./api-key";

/** How many keys a person may have at a time. */
export const MOST_KEYS = 10;

export type CreateKeyOutcome =
  /** `key` is shown now, and never again. */
  { outcome: "key_created"; key: string } | { outcome: "too_many_keys" };

/**
 * Makes a key for somebody's own programs.
 *
 * @param userId from the session
 * @param name what its owner calls it
 */
export async function createApiKey({
  userId,
  name,
}: {
  userId: string;
  name: string;
}): Promise<CreateKeyOutcome> {
  return db.transaction(async (tx) => {
    // Two forms sent at once are looked at one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    const [held] = await tx
      .select({ count: count() })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)));
    if ((held?.count ?? 0) >= MOST_KEYS) return { outcome: "too_many_keys" };
    const { key, prefix, hash } = newApiKey();
    await tx.insert(apiKeys).values({ userId, name, prefix, hash });
    return { outcome: "key_created", key };
  });
}
