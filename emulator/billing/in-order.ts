import type Stripe from "stripe";
import type { Snapshot, Work } from "../core/work";

export type EventType = Stripe.Event["type"];

interface Noted {
  readonly type: EventType;
  readonly object: { readonly object: string };
  readonly before: Snapshot | undefined;
}

/**
 * Runs a piece of work and then records its events in an order chosen by its result, each with its object as
 * it was when the event came up. Types that the order doesn't name are not recorded: what happens to an
 * object inside the operation that creates it is no event of its own.
 *
 * Stripe's log doesn't follow cause and effect: a subscription paid at once is announced as active before
 * its invoice is.
 */
export function inOrder<Result>(
  work: Work,
  orderFor: (result: Result) => readonly EventType[],
  run: (work: Work) => Result,
): Result {
  const noted: Noted[] = [];
  const result = run(noting(work, noted));
  for (const type of orderFor(result)) {
    for (const event of noted) {
      if (event.type === type) work.emit(event.type, event.object, event.before);
    }
  }
  return result;
}

function noting(work: Work, noted: Noted[]): Work {
  return {
    ...work,
    emit: (type, object, before) => {
      noted.push({ type, object, before });
    },
  };
}

/** The same work, its events of one type left out: for steps whose change is announced as part of a larger one. */
export function quietAbout(work: Work, silent: EventType): Work {
  return {
    ...work,
    emit: (type, object, before) => {
      if (type !== silent) work.emit(type, object, before);
    },
  };
}
