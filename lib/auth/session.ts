import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { sessionCookie } from "./cookies";
import { signInPath } from "./next-path";
import { userOfToken } from "./token";

/** The signed-in person as pages and actions may know them; it carries no secret. */
export type CurrentUser = { id: string; email: string; name: string; role: "member" | "admin" };

/**
 * The person whose session cookie came with this request, or null when there is none, it has expired or it was
 * revoked. Read from the database once per request.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await cookies();
  return userOfToken(jar.get(sessionCookie().name)?.value);
});

/**
 * The signed-in person; anyone else is redirected to sign in and comes back to `returnTo`, a path of ours such as
 * `/checkout?price=reader_monthly`.
 */
export async function requireUser(returnTo: string): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(signInPath(returnTo));
}
