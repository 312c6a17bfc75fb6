import { setTimeout as sleep } from "node:timers/promises";

/** How many steps a purchase takes at most, each of which may only clear the way for the next. */
export const STEPS = 10;

/** As many as a purchase takes by itself: an ended subscription, other terms. */
const USUAL = 3;

/** Milliseconds, for each step beyond the usual ones. */
const WAIT = 40;

/**
 * Waits before a step that isn't usual. Two purchases of one person, begun at the same moment here and on Stripe's page, clear each
 * other out of the way; after waits of different lengths one comes through, and the other then finds it done.
 */
export async function letOthersThrough(stepsLeft: number): Promise<void> {
  const unusual = STEPS - stepsLeft - USUAL;
  if (unusual > 0) await sleep(Math.random() * unusual * WAIT);
}
