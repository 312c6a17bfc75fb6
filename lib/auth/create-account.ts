import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { askAtSignUp } from "./confirmation/ask";
import type { SignUpForm } from "./forms";
import { hashPassword } from "./password";
import type { SessionOwner } from "./queries/users";
import { countSignUp, type Throttled } from "./throttle";

export type Created = { ok: true; owner: SessionOwner } | { ok: false; reason: "taken" } | Throttled;

/**
 * Makes an account. Of two sign-ups with one e-mail at the same moment the unique index lets one through, whatever
 * the case of the letters; the other is told it is taken. With it goes the mail that confirms the address.
 *
 * @param address where the request came from
 * @param next a path of ours that the person is on their way to
 */
export async function createAccount(
  form: SignUpForm,
  address: string,
  next: string | null = null,
): Promise<Created> {
  const throttled = await countSignUp(address);
  if (throttled) return throttled;
  const passwordHash = await hashPassword(form.password);
  return db.transaction(async (tx) => {
    const [owner] = await tx
      .insert(users)
      .values({ name: form.name, email: form.email.toLowerCase(), passwordHash })
      .onConflictDoNothing()
      .returning({ id: users.id, sessionVersion: users.sessionVersion });
    if (!owner) return { ok: false, reason: "taken" };
    await askAtSignUp(tx, owner.id, next);
    return { ok: true, owner };
  });
}
