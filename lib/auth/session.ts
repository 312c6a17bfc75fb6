import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { sessionCookie, sessionSeconds } from "./cookies";
import { signInPath } from "./next-path";
import type { CurrentUser, SessionOwner } from "./queries/users";
import { readSession, sealSession } from "./token";

/**
 * The person whose session cookie came with this request, or null when there is none, it has expired or it was
 * revoked. Asks the database once per request.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await cookies();
  const session = await readSession(jar.get(sessionCookie().name)?.value);
  return session?.user ?? null;
});

/**
 * The signed-in person; anyone else is redirected to sign in and comes back to `returnTo`, a path of ours such as
 * `/checkout?price=reader_monthly`.
 */
export async function requireUser(returnTo: string): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(signInPath(returnTo));
}

/** Signs a person in with the answer being made: the same cookie that next-auth's own sign-in route sets. */
export async function startSession(owner: SessionOwner): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  jar.set(name, await sealSession(owner), { ...options, maxAge: sessionSeconds });
}

/** Forgets the session of this browser; works in server actions and route handlers. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  jar.set(name, "", { ...options, maxAge: 0 });
}
