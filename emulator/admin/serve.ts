import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "../api/answers";
import { readBody } from "../api/http";
import { keyOf } from "../api/key";
import { StripeError } from "../core/errors";
import { ADMIN, type StandInParts } from "./routes";

const MAX_BODY = 64 * 1024;

/** Answers one request to `/_emulator/…`. The account is the one of the secret key presented. */
export async function serveAdmin(
  parts: StandInParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_BODY);
  const route = `${request.method} ${url.pathname}`;
  if (route === "GET /_emulator/health") {
    write(response, { ok: true });
    return;
  }
  const [collection, id] = split(route);
  const exact = Object.hasOwn(ADMIN, route) ? ADMIN[route] : undefined;
  const admin = exact ?? (Object.hasOwn(ADMIN, collection) ? ADMIN[collection] : undefined);
  if (admin === undefined) throw refused(404, `The stand-in has no ${route}`);
  const key = keyOf(request.headers.authorization);
  if (key.publishable) throw refused(401, "A secret key is needed here");
  const query = Object.fromEntries(url.searchParams);
  const account = parts.accounts.of(key.account);
  write(response, await admin(account, parts, { body: parsed(body), query, id }));
}

/** The route with its last part as a place for an id, and that part. */
function split(route: string): [collection: string, id: string] {
  const slash = route.lastIndexOf("/");
  return [`${route.slice(0, slash)}/{id}`, decodeURIComponent(route.slice(slash + 1))];
}

function write(response: ServerResponse, value: object): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(json(value));
}

function parsed(body: string): unknown {
  try {
    return body === "" ? {} : JSON.parse(body);
  } catch {
    throw refused(400, "The body isn't JSON");
  }
}

function refused(status: number, message: string): StripeError {
  return new StripeError(status, { message, type: "invalid_request_error" });
}
