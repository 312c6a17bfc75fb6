import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { asksForConfirmed } from "./asks-for-confirmed";
import { hasTried } from "./has-tried";

/** What stands in the way of a person's trial: nothing, that they have had it, or that their address isn't confirmed yet. */
export type TrialStanding = "open" | "tried" | "unconfirmed";

/** Whether a person may have a trial, by what is known at this moment. */
export async function trialStanding(userId: string): Promise<TrialStanding> {
  if (await hasTried(userId)) return "tried";
  return !asksForConfirmed() || (await isConfirmed(userId)) ? "open" : "unconfirmed";
}

async function isConfirmed(userId: string): Promise<boolean> {
  const [user] = await db
    .select({ verifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.id, userId));
  return Boolean(user?.verifiedAt);
}
