import type { Hooks } from "@/lib/stripe/webhooks/hooks";

/**
 * What an operator reads in the log of Stripe's webhooks: what was refused as not genuine, and what failed. Ids and
 * kinds only; a payload is personal data, and stays in the ledger.
 */
export const hooks: Hooks = {
  afterValidation(verdict) {
    if (!verdict.valid) sayRefused(verdict.reason, Date.now());
  },
  onError({ id, type }, error, recorded) {
    const kind = error instanceof Error ? error.name : typeof error;
    const next = recorded
      ? "The ledger says why: npm run stripe:ledger"
      : "Nothing of it is kept: it comes again, by a delivery or when we read Stripe's list.";
    console.error(`Event ${id} (${type}) failed: ${kind}. ${next}`);
  },
};

/** Milliseconds. */
const MINUTE = 60_000;

/** Of each reason: when it was said last, and how often it was met since. */
const said = new Map<string, { at: number; since: number }>();

/** Anybody may send what isn't genuine, as often as they like: each reason is said once a minute, and how often it came in between. */
function sayRefused(reason: string, now: number): void {
  const last = said.get(reason);
  if (last && now < last.at + MINUTE) {
    last.since++;
    return;
  }
  said.set(reason, { at: now, since: 0 });
  const more = last?.since ? ` (${last.since} more since this was said last)` : "";
  console.warn(`A webhook was refused: ${reason}${more}`);
}
