import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "../api/answers";
import { keyOf } from "../api/key";
import { readBody } from "../api/read";
import { StripeError } from "../core/errors";
import { askAdmin } from "./ask";
import type { StandInParts } from "./routes";

const MAX_BODY = 64 * 1024;

/** Answers one request to `/_emulator/…`. The account is the one of the secret key presented. */
export async function serveAdmin(
  parts: StandInParts,
  { pathname, search }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET" } = request;
  const body = await readBody(request, MAX_BODY);
  if (`${method} ${pathname}` === "GET /_emulator/health") {
    write(response, { ok: true });
    return;
  }
  const key = keyOf(request.headers.authorization);
  if (key.publishable) throw refused(401, "A secret key is needed here");
  const account = parts.accounts.of(key.account);
  write(response, await askAdmin(parts, account, method, pathname + search, parsed(body)));
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
