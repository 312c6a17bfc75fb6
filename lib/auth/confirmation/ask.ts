import { db } from "@/db/client";
import type { Executor } from "@/db/prepared";
import { enqueue } from "@/lib/jobs/enqueue";
import type { CurrentUser } from "../queries/users";
import { countConfirmation, type Throttled } from "../throttle";
import { addressConfirmationJob } from "./job";

/**
 * Asks, in the transaction that makes an account, for the mail that confirms its address.
 *
 * @param next a path of ours that the person was on their way to; the link leads on to it
 */
export async function askAtSignUp(on: Executor, userId: string, next: string | null): Promise<void> {
  const payload = { user: userId, asked: "sign-up", next };
  await enqueue(on, addressConfirmationJob, payload, { key: `${userId}.sign-up` });
}

export type AskedAgain = { ok: true; sent: boolean } | Throttled;

/**
 * Has the mail sent again. Pressed twice within a minute it is one mail.
 *
 * @param user from the session
 * @returns `sent: false` where the address is confirmed by now
 * @throws the database's error
 */
export async function askAgain(
  { id, confirmed }: Pick<CurrentUser, "id" | "confirmed">,
  next: string | null,
): Promise<AskedAgain> {
  if (confirmed) return { ok: true, sent: false };
  const throttled = await countConfirmation(id);
  if (throttled) return throttled;
  const asked = String(Math.floor(Date.now() / 60_000));
  await enqueue(db, addressConfirmationJob, { user: id, asked, next }, { key: `${id}.${asked}` });
  return { ok: true, sent: true };
}
