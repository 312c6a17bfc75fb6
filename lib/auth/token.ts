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

/** Reads a token back; null when it isn't one of ours, was tampered with or has expired. */
export async function openSession(token: string | undefined): Promise<SessionOwner | null> {
  const payload = await decode({ ...(token ? { token } : {}), secret: env().AUTH_SECRET }).catch(() => null);
  const read = claims.safeParse(payload);
  return read.success ? { id: read.data.sub, sessionVersion: read.data.version } : null;
}

/** The person a token stands for; null as well when the session was revoked. */
export async function userOfToken(token: string | undefined): Promise<CurrentUser | null> {
  const owner = await openSession(token);
  return owner && userOfSession(owner);
}
