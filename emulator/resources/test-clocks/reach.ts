import { periodEnd } from "../../billing/periods";
import { priceOfItem, recurrenceOf } from "../../billing/price";
import { ENDED } from "../../billing/subscriptions/status";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

const MOST_INTERVALS = 2;

/**
 * A clock goes on by two intervals of its shortest subscription at a time, or by two years where there is none.
 * https://docs.stripe.com/billing/testing/test-clocks
 */
export function refuseFarTarget(work: Work, clock: Held<"test_helpers.test_clock">, target: number): void {
  const from = clock.frozen_time;
  const recurrences = work.store
    .list("subscription")
    .filter(({ status, test_clock }) => test_clock === clock.id && !ENDED[status])
    .flatMap(({ items }) => items)
    .map((id) => recurrenceOf(priceOfItem(work, work.store.must("subscription_item", id))));
  const ends = recurrences.map(({ interval, count }) =>
    periodEnd(from, { interval, count: count * MOST_INTERVALS }),
  );
  const furthest = Math.min(
    ...(ends.length > 0 ? ends : [periodEnd(from, { interval: "year", count: MOST_INTERVALS })]),
  );
  if (target <= furthest) return;
  throw invalidRequest(
    `You cannot advance a test clock by more than ${MOST_INTERVALS} intervals of the shortest subscription on it, or ${MOST_INTERVALS} years where there is none.`,
    { param: "frozen_time" },
  );
}
