import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "../api/answers";
import type { Api } from "../api/api";
import { readBody } from "../api/http";
import { keyOf } from "../api/key";
import type { Account } from "../core/account";
import type { Accounts } from "../core/accounts";
import { StripeError } from "../core/errors";
import { render } from "../core/render";
import type { Dispatchers } from "../delivery/dispatchers";
import { JOBS } from "../jobs";
import { advanceClock, setStrictness } from "./advance";
import { listen } from "./listen";

export interface StandInParts {
  readonly accounts: Accounts;
  readonly api: Api;
  readonly dispatchers: Dispatchers;
}

type Admin = (account: Account, parts: StandInParts, body: unknown) => Promise<object> | object;

const ADMIN: Readonly<Record<string, Admin>> = {
  "GET /_emulator/deliveries": ({ store }) => ({ data: store.list("_delivery") }),
  "GET /_emulator/events": ({ store }) => ({
    data: store.list("event").map((event) => render(store, event)),
  }),
  "POST /_emulator/clock/advance": (account, _parts, body) => advanceClock(account, JOBS, body),
  "POST /_emulator/clock/strict": (account, _parts, body) => setStrictness(account, body),
  "POST /_emulator/deliveries/flush": async (account, { dispatchers }) => {
    await dispatchers.flush(account);
    return { ok: true };
  },
  "POST /_emulator/listen": (account, _parts, body) => listen(account, body),
  "POST /_emulator/reset": (account) => {
    account.clear();
    return { ok: true };
  },
};

const MAX_BODY = 64 * 1024;

/** Answers one request to `/_emulator/…`. The account is the one of the secret key presented. */
export async function serveAdmin(
  parts: StandInParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = `${request.method} ${url.pathname}`;
  const body = await readBody(request, MAX_BODY);
  if (route === "GET /_emulator/health") {
    write(response, { ok: true });
    return;
  }
  const admin = Object.hasOwn(ADMIN, route) ? ADMIN[route] : undefined;
  if (admin === undefined) throw refused(404, `The stand-in has no ${route}`);
  const key = keyOf(request.headers.authorization);
  if (key.publishable) throw refused(401, "A secret key is needed here");
  write(response, await admin(parts.accounts.of(key.account), parts, parsed(body)));
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
