type Setting = {
  /** Fresh for each answer; Next puts it on every script it writes. */
  nonce: string;
  /** People reach us over https. */
  https: boolean;
  /** The development server, which compiles and styles in the browser. */
  development: boolean;
  /** Where the stand-in for Stripe is served from, when it is in use. */
  emulator: string | undefined;
};

/** The headers every page is sent with. Each relaxation says what breaks without it. */
export function securityHeaders(setting: Setting): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(setting),
    "x-content-type-options": "nosniff",
    // For browsers that don't know frame-ancestors.
    "x-frame-options": "DENY",
    // The address of the return page holds a client secret: other sites get to see our origin alone.
    "referrer-policy": "strict-origin-when-cross-origin",
    // Payment sheets (Apple Pay, Google Pay) open from Stripe's frame and need the right handed down.
    "permissions-policy": `camera=(), microphone=(), geolocation=(), payment=(self "https://js.stripe.com")`,
    // On http a browser ignores it, but on localhost a year of forced https would be hard to take back.
    ...(setting.https && { "strict-transport-security": "max-age=31536000" }),
  };
}

/**
 * What a page may load and where it may send, after Stripe's list for Elements:
 * https://docs.stripe.com/security/guide#content-security-policy
 */
export function contentSecurityPolicy({ nonce, https, development, emulator }: Setting): string {
  const stripe = (...origins: string[]) => (emulator === undefined ? origins : [...origins, emulator]);
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    // strict-dynamic lets our own scripts load Stripe's; the hosts are for browsers that don't know it.
    // In development React rebuilds server stacks with eval.
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...stripe("https://js.stripe.com", "https://*.js.stripe.com"),
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    // The development server replaces styles as they are edited, without a nonce.
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    // Stripe.js sizes and places its frames with style attributes.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", ...stripe("https://*.stripe.com")],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...stripe("https://api.stripe.com"), ...(development ? ["ws:"] : [])],
    // The card fields, and the bank's question in 3-D Secure.
    "frame-src": stripe("https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"),
    // A form may answer with a redirect to Stripe's own pages; browsers hold that against the form as well.
    "form-action": ["'self'", ...stripe("https://checkout.stripe.com", "https://billing.stripe.com")],
    "base-uri": ["'self'"],
    "object-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    ...(https && { "upgrade-insecure-requests": [] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
