import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { usageBatches, usageCounts } from "@/db/schema/usage";
import { createApiKey } from "@/lib/billing/keys/create-api-key";
import { apiKeysOf } from "@/lib/billing/queries/api-keys";
import { countUse } from "@/lib/billing/usage/count-use";

/** A key of somebody's, with its id. */
export async function aKey(userId: string, name = "Laptop") {
  const made = await createApiKey({ userId, name });
  if (made.outcome !== "key_created") throw new Error(made.outcome);
  const [own] = await apiKeysOf(userId);
  if (!own) throw new Error("no key");
  return { key: made.key, keyId: own.id, userId };
}

/** So many calls by a key at a moment. */
export async function calls(owner: { userId: string; keyId: string }, count: number, at = new Date()) {
  await countUse({ ...owner, meter: "api_calls", at });
  await db
    .update(usageCounts)
    .set({ count: sql`${usageCounts.count} + ${count - 1}` })
    .where(
      sql`${usageCounts.id} = (
        select id from usage_counts where key_id = ${owner.keyId} and at <= ${at.toISOString()} order by at desc limit 1
      )`,
    );
}

export async function countsOf(userId: string) {
  return db.select().from(usageCounts).where(eq(usageCounts.userId, userId)).orderBy(usageCounts.at);
}

export async function batchesOf(customer: string) {
  return db
    .select()
    .from(usageBatches)
    .where(eq(usageBatches.customer, customer))
    .orderBy(usageBatches.createdAt, usageBatches.at);
}
