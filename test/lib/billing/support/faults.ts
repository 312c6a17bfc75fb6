import { env } from "@/lib/env";

/** Lets the next request to `path` fail at Stripe, its work done: what it answers is kept under the request's idempotency key. */
export async function letFail(method: string, path: string): Promise<void> {
  const { STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY } = env();
  const answer = await fetch(`${STRIPE_EMULATOR_URL}/_emulator/faults`, {
    method: "POST",
    headers: { authorization: `Bearer ${STRIPE_SECRET_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ action: "error_after", method, path, times: 1 }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
