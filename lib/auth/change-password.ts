import { type Checked, checkCredentials } from "./check-credentials";
import { replacePassword } from "./new-password/replace";

/**
 * Changes the password of somebody who is signed in and knows it; tries count as those to sign in do. All sessions end, and
 * who asked begins a new one.
 *
 * @param email from the session
 * @param address where the request came from
 * @throws the database's error
 */
export async function changePassword(
  email: string,
  { current, password }: { current: string; password: string },
  address: string,
): Promise<Checked> {
  const checked = await checkCredentials({ email, password: current }, address);
  if (!checked.ok) return checked;
  const owner = await replacePassword(checked.owner, password);
  return owner ? { ok: true, owner } : { ok: false, reason: "mismatch" };
}
