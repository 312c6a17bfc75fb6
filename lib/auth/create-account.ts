import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import type { SignUpForm } from "./forms";
import { hashPassword } from "./password";
import type { SessionOwner } from "./queries/users";
import { countSignUp, type Throttled } from "./throttle";

export type Created = { ok: true; owner: SessionOwner } | { ok: false; reason: "taken" } | Throttled;

/**
 * Makes an account. Of two sign-ups with one e-mail at the same moment the unique index lets one through, whatever
 * the case of the letters; the other is told it is taken.
 *
 * @param address where the request came from
 */
export async function createAccount(form: SignUpForm, address: string): Promise<Created> {
  const throttled = await countSignUp(address);
  if (throttled) return throttled;
  const passwordHash = await hashPassword(form.password);
  const [owner] = await db
    .insert(users)
    .values({ name: form.name, email: form.email.toLowerCase(), passwordHash })
    .onConflictDoNothing()
    .returning({ id: users.id, sessionVersion: users.sessionVersion });
  return owner ? { ok: true, owner } : { ok: false, reason: "taken" };
}
