import { db } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { countNewPassword, type Throttled } from "../throttle";
import { newPasswordJob } from "./job";

/**
 * Has the link sent by which a new password is chosen. The answer, and the time it takes, are the same whether the e-mail has an
 * account or not: the job finds out. Pressed twice within a minute it is one mail.
 *
 * @param email in lower case
 * @param address where the request came from
 * @param next a path of ours that the person was on their way to; the link leads on to it
 * @throws the database's error
 */
export async function askForNewPassword(
  email: string,
  address: string,
  next: string | null = null,
): Promise<{ ok: true } | Throttled> {
  const throttled = await countNewPassword(email, address);
  if (throttled) return throttled;
  const asked = String(Math.floor(Date.now() / 60_000));
  await enqueue(db, newPasswordJob, { email, asked, next }, { key: `${email}.${asked}` });
  return { ok: true };
}
