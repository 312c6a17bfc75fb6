import type { SignInForm } from "./forms";
import { passwordFits } from "./password";
import { credentialsOf, type SessionOwner } from "./queries/users";
import { countSignIn, forgiveSignIn, type Throttled } from "./throttle";

export type Checked = { ok: true; owner: SessionOwner } | { ok: false; reason: "mismatch" } | Throttled;

/**
 * Whether e-mail and password belong together, counted against the limits of `limits.ts`. The answer, and the time it
 * takes, are the same for a wrong password and for an e-mail nobody has.
 *
 * @param address where the request came from
 */
export async function checkCredentials({ email, password }: SignInForm, address: string): Promise<Checked> {
  const throttled = await countSignIn(email, address);
  if (throttled) return throttled;
  const account = await credentialsOf(email);
  const fits = await passwordFits(account?.passwordHash, password);
  if (!account || !fits) return { ok: false, reason: "mismatch" };
  await forgiveSignIn(email, address);
  return { ok: true, owner: { id: account.id, sessionVersion: account.sessionVersion } };
}
