import type { IncomingMessage, ServerResponse } from "node:http";
import { StripeError } from "../core/errors";
import type { Api } from "./api";

const MAX_BODY = 1024 * 1024;

/** What Stripe lets a browser's script do, wherever its page comes from. */
const CORS = {
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Allow-Methods": "GET, HEAD, PUT, PATCH, POST, DELETE",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Request-Id, Stripe-Manage-Version, Stripe-Should-Retry, X-Stripe-External-Auth-Required, X-Stripe-Privileged-Session-Required",
  "Access-Control-Max-Age": "300",
};

/** Answers one request to `/v1/…`. */
export async function serveApi(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const method = request.method ?? "GET";
  if (method === "OPTIONS") {
    const allowed = request.headers["access-control-request-headers"] ?? "Authorization";
    response.writeHead(204, { ...CORS, "Access-Control-Allow-Headers": allowed }).end();
    return;
  }
  const body = await readBody(request, MAX_BODY);
  const answer = api.answer({
    method,
    pathname,
    form: method === "POST" ? body : search.slice(1),
    authorization: request.headers.authorization,
    idempotencyKey: headerOf(request, "idempotency-key"),
  });
  response.writeHead(answer.status, {
    ...CORS,
    ...answer.headers,
    "Cache-Control": "no-cache, no-store",
    "Content-Length": Buffer.byteLength(answer.body),
    "Content-Type": "application/json",
  });
  response.end(answer.body);
}

/** A request's body as text. Throws 400 once it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > limit) {
      throw new StripeError(400, { message: "Request body too large.", type: "invalid_request_error" });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
