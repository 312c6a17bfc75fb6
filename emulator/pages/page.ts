import { type Html, html } from "./html";

/** An answer of a page: what the HTTP server writes as it is. */
export interface Page {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A file that is made for one request. */
export interface Download extends Omit<Page, "body"> {
  body: Uint8Array;
}

/** What a page may load: its own origin's files, and nothing else unless it says so. */
export type Policy = Readonly<Record<string, string>>;

const POLICY: Policy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

function policyText(policy: Policy): string {
  return Object.entries({ ...POLICY, ...policy })
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** A document with its own policy; what its values hold can't become a script. */
export function page(document: Html, options: { status?: number; policy?: Policy } = {}): Page {
  return {
    status: options.status ?? 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policyText(options.policy ?? {}),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
    body: html`<!doctype html>\n${document}`.text,
  };
}

/** Sends the browser on to another page after a form was posted. */
export function seeOther(location: string): Page {
  return { status: 303, headers: { Location: location, "Cache-Control": "no-store" }, body: "" };
}
