import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { sessionSeconds } from "./cookies";
import { type CurrentUser, type SessionOwner, userOfSession } from "./queries/users";

const claims = z.object({ sub: z.uuid(), version: z.int() });

/** The encrypted token a session cookie holds: whose session it is and its version, and nothing else. */
export function sealSession({ id, sessionVersion }: SessionOwner): Promise<string> {
  return encode({
    token: { sub: id, version: sessionVersion },
    secret: env().AUTH_SECRET,
    maxAge: sessionSeconds,
  });
}

/** The session a token stands for and whose it is; null when it isn't ours, was tampered with, expired or revoked. */
export async function readSession(
  token: string | undefined,
): Promise<{ owner: SessionOwner; user: CurrentUser } | null> {
  const owner = await openSession(token);
  const user = owner && (await userOfSession(owner));
  return user && { owner, user };
}

async function openSession(token: string | undefined): Promise<SessionOwner | null> {
  const payload = await decode({ ...(token ? { token } : {}), secret: env().AUTH_SECRET }).catch(() => null);
  const read = claims.safeParse(payload);
  return read.success ? { id: read.data.sub, sessionVersion: read.data.version } : null;
}
