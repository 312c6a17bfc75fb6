import { and, eq, isNull, sql } from "drizzle-orm";
import type { FeatureKey } from "@/billing.config";
import { db, type Transaction } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";

type Gift = { email: string; feature: FeatureKey };

export type GrantOutcome =
  | { outcome: "granted" }
  | { outcome: "no_such_person" }
  /** It would have ended before it began. */
  | { outcome: "already_over" };

/**
 * Opens a feature to somebody apart from what they pay for. A gift of the same feature before is replaced by this one, and
 * stays in the table as revoked.
 *
 * @param until when it closes; null for good
 */
export async function grantFeature({
  email,
  feature,
  until,
}: Gift & { until: Date | null }): Promise<GrantOutcome> {
  if (until !== null && until <= new Date()) return { outcome: "already_over" };
  return db.transaction(async (tx) => {
    const userId = await personCalled(tx, email);
    if (userId === null) return { outcome: "no_such_person" };
    await takeBack(tx, userId, feature);
    await tx.insert(grants).values({ userId, feature, endsAt: until });
    return { outcome: "granted" };
  });
}

/**
 * Takes gifts of a feature back. What somebody has bought isn't ours to take: it goes with its refund.
 *
 * @returns how many there were; null where there is no such person
 */
export async function revokeGrant({ email, feature }: Gift): Promise<number | null> {
  return db.transaction(async (tx) => {
    const userId = await personCalled(tx, email);
    return userId === null ? null : takeBack(tx, userId, feature);
  });
}

/** The row is held, so that two operators at once give one gift. */
async function personCalled(tx: Transaction, email: string): Promise<string | null> {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
    .for("update");
  return user?.id ?? null;
}

async function takeBack(tx: Transaction, userId: string, feature: FeatureKey): Promise<number> {
  const taken = await tx
    .update(grants)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(grants.userId, userId),
        eq(grants.feature, feature),
        isNull(grants.purchaseId),
        isNull(grants.revokedAt),
      ),
    )
    .returning({ id: grants.id });
  return taken.length;
}
