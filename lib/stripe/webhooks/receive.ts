import { env } from "@/lib/env";
import { API_VERSION, isLiveKey } from "../client";
import { accept, refuse } from "./answer";
import { type Body, readBody } from "./body";
import { call } from "./hooks";
import { parseEvent } from "./parse";
import { type Receiver, settle } from "./settle";
import { type Verdict, verify } from "./signature";

/** Bytes. Stripe's events are far smaller. */
const LIMIT = 1_000_000;

export type Endpoint = { id: string; secrets: string[] };

/**
 * Takes in one webhook: from the request to the answer.
 *
 * @param endpoint the managed endpoint the request came to; without it, the one in the environment
 * @returns 200 when the event is in the database, now or before; 4xx for what isn't a genuine event of ours, of
 *   which nothing is stored; 500 when it failed, so that Stripe sends it again. Always with a JSON body.
 */
export async function receive(request: Request, receiver: Receiver, endpoint?: Endpoint): Promise<Response> {
  const began = performance.now();
  await call(() => receiver.hooks?.beforeValidation?.(request));
  const body = await readBody(request, LIMIT);
  const verdict = judge(body, request, endpoint);
  await call(() => receiver.hooks?.afterValidation?.(verdict));
  if ("fault" in body) return refuse(body.status, body.fault);
  if (!verdict.valid) return refuse(400, verdict.reason);
  const parsed = parseEvent(body.bytes);
  if ("problem" in parsed) return refuseSigned(parsed.problem);
  if (parsed.event.livemode !== isLiveKey()) return refuseSigned(wrongMode(parsed.event.livemode));
  reportVersion(parsed.event.api_version);
  const passage = { ...parsed, endpoint: endpoint?.id ?? null, began, delivered: true, noted: false };
  const result = await settle(passage, receiver);
  if (result !== "failed") return accept(result);
  return refuse(
    500,
    "The event could not be processed. Nothing of it has taken effect; it may be sent again.",
  );
}

function judge(body: Body, request: Request, endpoint: Endpoint | undefined): Verdict {
  if ("fault" in body) return { valid: false, reason: body.fault };
  const secrets = endpoint?.secrets ?? env().STRIPE_WEBHOOK_SECRET;
  return verify(body.bytes, request.headers.get("stripe-signature"), secrets, Date.now() / 1000);
}

/** What Stripe has signed and we don't take is somebody's to look at. */
function refuseSigned(reason: string): Response {
  console.warn(`A webhook was refused although its signature is right: ${reason}`);
  return refuse(400, reason);
}

function wrongMode(livemode: boolean): string {
  return `The event is of ${livemode ? "live" : "test"} mode, this application is not.`;
}

const reported = new Set<string | null>([API_VERSION]);

/** Events of another API version are taken in by fetching their objects; the endpoint should be changed. */
function reportVersion(version: string | null): void {
  if (reported.has(version)) return;
  reported.add(version);
  console.warn(`Stripe sends events of API version ${version}; this application reads ${API_VERSION}.`);
}
