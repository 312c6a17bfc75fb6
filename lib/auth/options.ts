import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { addressOf } from "./address";
import { checkCredentials } from "./check-credentials";
import { servedOverHttps, sessionCookie, sessionSeconds } from "./cookies";
import { signInForm } from "./forms";
import { readSession, sealSession } from "./token";

/**
 * How next-auth's own routes sign people in: with the same check, the same cookie and the same token as our forms, so
 * that a session is one thing wherever it began. What `/api/auth/session` tells a browser is the e-mail and the name.
 */
export function authOptions(): AuthOptions {
  // next-auth reads its own address from this variable alone.
  process.env.NEXTAUTH_URL ??= env().APP_URL;
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: servedOverHttps(),
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, { headers }) {
          const form = signInForm.safeParse(credentials);
          if (!form.success) return null;
          const checked = await checkCredentials(form.data, addressOf(new Headers(headers)));
          if (checked.ok) return checked.owner;
          if (checked.reason === "throttled") throw new Error("Throttled");
          return null;
        },
      }),
    ],
    jwt: {
      encode: ({ token }) => sealSession({ id: token?.sub ?? "", sessionVersion: token?.version ?? 0 }),
      async decode({ token }) {
        const session = await readSession(token);
        if (!session) return null;
        const { owner, user } = session;
        return { sub: owner.id, version: owner.sessionVersion, email: user.email, name: user.name };
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, version: user.sessionVersion } : token),
    },
  };
}
