import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/usage";

/**
 * Ends one of a person's keys, from the next call on; asked twice, it stays ended.
 *
 * @param userId from the session
 * @returns `key_not_found` for anybody else's, and for what is no key's id
 */
export async function revokeApiKey({
  userId,
  id,
}: {
  userId: string;
  id: string;
}): Promise<{ outcome: "key_revoked" | "key_not_found" }> {
  if (!z.uuid().safeParse(id).success) return { outcome: "key_not_found" };
  const revoked = await db
    .update(apiKeys)
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, now())` })
    .where(and(eq(apiKeys.userId, userId), eq(apiKeys.id, id)))
    .returning({ id: apiKeys.id });
  return { outcome: revoked.length === 1 ? "key_revoked" : "key_not_found" };
}
