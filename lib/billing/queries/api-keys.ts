import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/usage";
import { apiKeyHash } from "../keys/api-key";

export type OwnKey = {
  id: string;
  name: string;
  /** How it begins; the rest isn't known to anybody but its owner. */
  prefix: string;
  createdAt: Date;
  /** To the minute; null for one that was never used. */
  lastUsedAt: Date | null;
};

/** A user's keys that work, the newest first. */
export async function apiKeysOf(userId: string): Promise<OwnKey[]> {
  const { id, name, prefix, createdAt, lastUsedAt } = apiKeys;
  return db
    .select({ id, name, prefix, createdAt, lastUsedAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(createdAt));
}

/** Whose key it is; null for one that is revoked, and for what is no key of ours. */
export async function keyOwner(key: string): Promise<{ keyId: string; userId: string } | null> {
  const hash = apiKeyHash(key);
  if (hash === null) return null;
  const [owner] = await db
    .select({ keyId: apiKeys.id, userId: apiKeys.userId })
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
  return owner ?? null;
}
