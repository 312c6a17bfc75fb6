import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Account } from "../core/account";
import type { Accounts } from "../core/accounts";
import type { Dispatchers } from "../delivery/dispatchers";
import { keyInUse } from "../faults/refusals";
import { ALL_WELL, type NoAnswer, planRequest } from "../faults/request-plan";
import type { ApiAnswer } from "./answers";
import type { Api, ApiRequest } from "./api";
import type { InFlight } from "./in-flight";
import { keyOf } from "./key";
import { readRequest } from "./read";

/** What Stripe lets a browser's script do, wherever its page comes from. */
const CORS = {
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Allow-Methods": "GET, HEAD, PUT, PATCH, POST, DELETE",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Request-Id, Stripe-Manage-Version, Stripe-Should-Retry, X-Stripe-External-Auth-Required, X-Stripe-Privileged-Session-Required",
  "Access-Control-Max-Age": "300",
};

export interface ServingApi {
  readonly accounts: Accounts;
  readonly api: Api;
  readonly dispatchers: Dispatchers;
  readonly inFlight: InFlight;
}

/** Answers one request to `/v1/…`, with whatever is to go wrong on the way. */
export async function serveApi(
  serving: ServingApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "OPTIONS") {
    const allowed = request.headers["access-control-request-headers"] ?? "Authorization";
    response.writeHead(204, { ...CORS, "Access-Control-Allow-Headers": allowed }).end();
    return;
  }
  const asked = await readRequest(request);
  const account = accountOf(serving.accounts, asked);
  const release = serving.inFlight.take(asked.authorization, asked.idempotencyKey);
  if (release === null) {
    return write(response, keyInUse(refusedAs(account, asked)), 0);
  }
  try {
    await answer(serving, asked, account, response, release);
  } finally {
    release();
  }
}

async function answer(
  { api, dispatchers }: ServingApi,
  asked: ApiRequest,
  account: Account | null,
  response: ServerResponse,
  release: () => void,
): Promise<void> {
  const plan = account === null ? ALL_WELL : planRequest(account, asked.method, asked.pathname);
  if (plan.wait > 0) await wait(plan.wait, undefined, { ref: false });
  if (plan.before !== null) return NO_ANSWER[plan.before](response);
  const given =
    plan.instead?.(refusedAs(account, asked)) ??
    api.answer({ ...asked, failAfterwards: plan.failAfterwards, stale: plan.stale });
  release();
  // Stripe has one clock: an answer's date can be compared with those of events.
  if (account !== null) response.setHeader("Date", new Date(account.now() * 1000).toUTCString());
  const timed = account === null ? null : dispatchers.aroundAnswer(account, given.headers["Request-Id"]);
  await timed?.before();
  if (plan.after === null) await write(response, given, plan.slow);
  else if (plan.after === "half") writeHalf(response, given);
  else await NO_ANSWER[plan.after](response);
  timed?.after();
}

const NO_ANSWER: Readonly<Record<NoAnswer, (response: ServerResponse) => Promise<void>>> = {
  cut: async (response) => {
    response.destroy();
  },
  hang: async (response) => {
    if (!response.destroyed) await once(response, "close");
  },
};

/** The account a request is about; null when its key is none. */
function accountOf(accounts: Accounts, { authorization }: ApiRequest): Account | null {
  try {
    return accounts.of(keyOf(authorization).account);
  } catch {
    return null;
  }
}

function refusedAs(account: Account | null, { idempotencyKey }: ApiRequest) {
  return {
    requestId: account?.newId("request") ?? "req_unauthenticated",
    key: idempotencyKey ?? null,
  };
}

const PIECES = 10;

/** Writes an answer; in pieces when it is to take some milliseconds on its way. */
async function write(response: ServerResponse, answer: ApiAnswer, milliseconds: number): Promise<void> {
  const body = begin(response, answer);
  if (milliseconds > 0) {
    const size = Math.ceil(body.length / PIECES);
    for (let from = 0; from < body.length && !response.destroyed; from += size) {
      response.write(body.subarray(from, from + size));
      await wait(milliseconds / PIECES, undefined, { ref: false });
    }
    response.end();
    return;
  }
  response.end(body);
}

/** Writes the first half of an answer, and then cuts the connection. */
function writeHalf(response: ServerResponse, answer: ApiAnswer): void {
  const body = begin(response, answer);
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
}

/** Sends an answer's head. @returns its body, of which the head has told the length */
function begin(response: ServerResponse, answer: ApiAnswer): Buffer {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...CORS,
    "Content-Type": "application/json",
    ...answer.headers,
    "Cache-Control": "no-cache, no-store",
    "Content-Length": body.length,
  });
  return body;
}
