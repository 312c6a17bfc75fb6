import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { type Role, users } from "@/db/schema/identity";

/** The signed-in person as pages and actions may know them; it carries no secret. */
export type CurrentUser = {
  id: string;
  email: string;
  /** Whether the address is known to be theirs. */
  confirmed: boolean;
  name: string;
  role: Role;
};

/** What a session is made of: whose it is, and the version it ends with. */
export type SessionOwner = { id: string; sessionVersion: number };

const statement = `
select id, email, email_verified_at is not null as confirmed, name, role from users where id = $1::uuid and session_version = $2::int`;

/** The person a session belongs to, or null when they are gone or have ended that session. Asked by every page. */
export async function userOfSession({ id, sessionVersion }: SessionOwner): Promise<CurrentUser | null> {
  const [user] = await runPrepared<CurrentUser>(db, statement, [id, sessionVersion]);
  return user ?? null;
}

/** What checking a password takes; for `lib/auth` alone. */
export async function credentialsOf(
  email: string,
): Promise<(SessionOwner & { passwordHash: string }) | undefined> {
  const [user] = await db
    .select({ id: users.id, sessionVersion: users.sessionVersion, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return user;
}
