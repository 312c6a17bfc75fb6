import { db } from "@/db/client";
import { endTrial } from "./end-trial";
import { isSecondTrial } from "./is-second-trial";
import { noteTrial } from "./note-trial";

/**
 * Remembers a trial that has just begun, before anybody can ask for another; one that another account of the same address
 * has begun meanwhile is ended again.
 *
 * @returns whether it goes on
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function keepTrial(userId: string, subscription: string): Promise<boolean> {
  await noteTrial(db, subscription);
  if (!(await isSecondTrial(userId, subscription))) return true;
  await endTrial(subscription, "address");
  return false;
}
