import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { ENDED } from "./status";

const MOST_ON_CLOCK = 3;

/** Refuses a test clock's customer another subscription beside three. https://docs.stripe.com/billing/testing/test-clocks#limitations */
export function refuseFourthOnClock(work: Work, { id, test_clock: clock }: Held<"customer">): void {
  if (!clock) return;
  const going = work.store.list("subscription", "customer", id).filter(({ status }) => !ENDED[status]);
  if (going.length < MOST_ON_CLOCK) return;
  throw invalidRequest(`A customer on a test clock can have at most ${MOST_ON_CLOCK} subscriptions.`, {
    param: "customer",
  });
}
