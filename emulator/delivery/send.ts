import { machineSeconds } from "../core/account";
import type { DeliveryAttempt } from "../core/records";
import type { Message } from "./misdeeds";
import { signatureHeader } from "./signature";

const KEPT_ANSWER = 1_000;

/** Posts a message to an endpoint, signed, and says what came of it. Never throws. */
export async function send(
  url: string,
  { body, secret, signedAt }: Message,
  timeoutMilliseconds: number,
): Promise<DeliveryAttempt> {
  const at = machineSeconds();
  const started = performance.now();
  const attempt = (status: number | null, answer: string): DeliveryAttempt => ({
    at,
    milliseconds: Math.round(performance.now() - started),
    status,
    answer: answer.slice(0, KEPT_ANSWER),
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        Accept: "*/*",
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signatureHeader(secret, body, signedAt),
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return attempt(response.status, await response.text());
  } catch (error) {
    return attempt(null, reasonOf(error));
  }
}

/** An attempt that never arrived. */
export function lost(): DeliveryAttempt {
  return { at: machineSeconds(), milliseconds: 0, status: null, answer: "Lost on the way, as asked for" };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** Stripe counts any 2xx as received; a redirect is a failure. */
export function succeeded(attempt: DeliveryAttempt): boolean {
  return attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
}
