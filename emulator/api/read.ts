import type { IncomingMessage } from "node:http";
import { StripeError } from "../core/errors";
import type { ApiRequest } from "./api";

const MAX_BODY = 1024 * 1024;

/** Reads a request to the API whole. Throws 400 when it is too long. */
export async function readRequest(request: IncomingMessage): Promise<ApiRequest> {
  const { url = "/", method = "GET" } = request;
  const query = url.indexOf("?");
  const body = await readBody(request, MAX_BODY);
  return {
    method,
    pathname: query < 0 ? url : url.slice(0, query),
    form: method === "POST" ? body : query < 0 ? "" : url.slice(query + 1),
    authorization: request.headers.authorization,
    idempotencyKey: method === "POST" ? headerOf(request, "idempotency-key") : undefined,
  };
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
