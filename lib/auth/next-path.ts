// The origin only anchors relative paths while they are parsed; nothing is ever requested from it.
const here = "http://gatehouse.invalid";

/**
 * Where to go after signing in: `value` when it is a path of this site, else `fallback`. Whatever a browser could
 * read as another site or a script (`//host`, `/\host`, `javascript:…`, control characters) is refused.
 *
 * @param value as it came with the request: a query parameter or a form field, in any shape
 */
export function safeNext(value: unknown, fallback: string): string {
  if (typeof value !== "string" || value.length > 1000 || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value)) {
    return fallback;
  }
  if (!URL.canParse(value, here)) return fallback;
  const url = new URL(value, here);
  const leadsOn = url.origin === here && !url.pathname.startsWith("//");
  return leadsOn ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

/** The sign-in page that leads on to `next`, or to its own choice when there is none. */
export function signInPath(next?: string): string {
  return withNext("/sign-in", next);
}

/** The sign-up page that leads on to `next`, or to its own choice when there is none. */
export function signUpPath(next?: string): string {
  return withNext("/sign-up", next);
}

/** The page for who has forgotten their password, which leads on to `next` in the end. */
export function newPasswordPath(next?: string): string {
  return withNext("/new-password", next);
}

function withNext(page: string, next: string | undefined): string {
  return next ? `${page}?${new URLSearchParams({ next })}` : page;
}
