import { env } from "@/lib/env";

/** How long a sign-in lasts, in seconds: 30 days. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/**
 * The session cookie of this address. Under https it is `Secure` and carries the `__Host-` prefix, so that no
 * sibling domain can plant one; on http://localhost a browser would drop such a cookie, so there it is plain.
 */
export function sessionCookie() {
  const secure = servedOverHttps();
  return {
    name: secure ? "__Host-gatehouse.session" : "gatehouse.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** Whether people reach us over https, by `APP_URL` and not by the request, which a proxy may have unwrapped. */
export function servedOverHttps(): boolean {
  return env().APP_URL.startsWith("https://");
}
