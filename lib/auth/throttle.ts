import { createHash } from "node:crypto";
import { RateLimiterRes } from "rate-limiter-flexible";
import { limits } from "./limits";

/** An attempt turned away because there were too many before it; it may be repeated after `seconds`. */
export type Throttled = { ok: false; reason: "throttled"; seconds: number };

type Count = [limit: keyof typeof limits, key: string];

/**
 * Counts an attempt to sign in before the password is looked at, so that guesses made at the same moment count too.
 *
 * @returns null when it may go on
 */
export function countSignIn(email: string, address: string): Promise<Throttled | null> {
  return countAll(signInCounts(email, address));
}

/** Takes back what `countSignIn` counted, once the password has turned out right. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  const [here, ...wider] = signInCounts(email, address);
  await Promise.all([
    limits[here[0]].delete(here[1]),
    ...wider.map(([limit, key]) => limits[limit].reward(key)),
  ]);
}

/**
 * Counts an attempt to make an account.
 *
 * @returns null when it may go on
 */
export function countSignUp(address: string): Promise<Throttled | null> {
  return countAll([["signUpAddress", fingerprint(address)]]);
}

/**
 * Counts a wish to have the link that confirms an address sent again.
 *
 * @returns null when it may go on
 */
export function countConfirmation(userId: string): Promise<Throttled | null> {
  return countAll([["confirmationUser", userId]]);
}

/**
 * Counts a wish for a link to a new password, whether the e-mail has an account or not.
 *
 * @returns null when it may go on
 */
export function countNewPassword(email: string, address: string): Promise<Throttled | null> {
  return countAll([
    ["newPasswordAccount", fingerprint(email)],
    ["newPasswordAddress", fingerprint(address)],
  ]);
}

/**
 * Counts a call to the API by a person's own programs.
 *
 * @returns null when it may go on
 */
export function countApiCall(userId: string): Promise<Throttled | null> {
  return countAll([["apiCalls", userId]]);
}

function signInCounts(email: string, address: string): [Count, Count, Count] {
  return [
    ["signInHere", fingerprint(email, address)],
    ["signInAnywhere", fingerprint(email)],
    ["signInAddress", fingerprint(address)],
  ];
}

async function countAll(counts: Count[]): Promise<Throttled | null> {
  for (const [limit, key] of counts) {
    const wait = await secondsToWait(limit, key);
    if (wait > 0) return { ok: false, reason: "throttled", seconds: wait };
  }
  return null;
}

async function secondsToWait(limit: keyof typeof limits, key: string): Promise<number> {
  try {
    await limits[limit].consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Keys of one length, and a table of attempts that names nobody. */
function fingerprint(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
