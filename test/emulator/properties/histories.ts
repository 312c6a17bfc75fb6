import fc from "fast-check";
import Stripe from "stripe";
import { ACTIONS } from "./actions";
import type { InProcess } from "./in-process";
import { NOTHING_TO_DO } from "./world";

/** Something that is done: what, to which of the things there are, and how. */
export type Step = readonly [what: keyof typeof ACTIONS, which: number, how: number];

const choice = fc.nat(9_999);

/** What every history begins with, so that there is somebody it can be about. */
const BEGINNING: readonly Step[] = [
  ["customer", 0, 9],
  ["customer", 0, 11],
  ["subscribe", 0, 0],
];

/** What may happen to an account, in any order; whatever makes no sense is refused. */
export function histories(longest: number): fc.Arbitrary<Step[]> {
  const whats = Object.keys(ACTIONS).filter((name): name is keyof typeof ACTIONS => name in ACTIONS);
  const step = fc.tuple(fc.constantFrom(...whats), choice, choice);
  return fc.array(step, { maxLength: longest, minLength: 5 }).map((steps) => [...BEGINNING, ...steps]);
}

/** Does a step after the other. Refusals are part of life; that the stand-in itself fails is not. */
export async function live(
  shop: InProcess,
  steps: readonly Step[],
  after: (step: Step) => void,
): Promise<void> {
  for (const step of steps) {
    const [what, which, how] = step;
    try {
      await ACTIONS[what]({ ...shop, how, pick: (all) => all[which % Math.max(1, all.length)] });
    } catch (error) {
      const refused = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
      if (!refused && error !== NOTHING_TO_DO) throw error;
    }
    after(step);
  }
}
