import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { searchHeader } from "@/lib/http/search";
import { securityHeaders } from "@/lib/http/security-headers";

/**
 * Gives each page a nonce, its security headers and what stands behind the question mark of its address. Next reads the
 * nonce from the request's copy of the policy.
 * It decides nothing about who may see what: every page and action asks the session itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { APP_URL, STRIPE_EMULATOR_URL } = env();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const secured = securityHeaders({
    nonce,
    https: APP_URL.startsWith("https://"),
    development: process.env.NODE_ENV === "development",
    emulator: STRIPE_EMULATOR_URL && new URL(STRIPE_EMULATOR_URL).origin,
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", secured["content-security-policy"] ?? "");
  headers.set(searchHeader, request.nextUrl.search);
  const copy = { request: { headers } };
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next(copy)
    : NextResponse.rewrite(new URL(nowhere, request.url), copy);
  for (const [name, value] of Object.entries(secured)) response.headers.set(name, value);
  return response;
}

/** An address that is no page's, whatever pages there are: Next keeps such names to itself. */
const nowhere = "/_nowhere";

/** Next answers 500, and no page, where a part of the path that a page takes as its parameter can't be decoded. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Pages and forms. Files have no scripts to guard, and Stripe's webhook is no page. */
export const config = { matcher: ["/((?!api/stripe/|api/health|_next/static|_next/image|icon.svg).*)"] };
