import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { applyPhase } from "./apply-phase";
import { GOVERNS, phaseAt, type Schedule } from "./phase";
import { releaseSchedule } from "./release";

type Subscription = Held<"subscription">;

/** The schedule that governs a subscription, or null where none does. */
export function governing(work: Work, { schedule: id }: Subscription): Schedule | null {
  const schedule = id === null ? undefined : work.store.get("subscription_schedule", id);
  return schedule && GOVERNS[schedule.status] ? schedule : null;
}

/**
 * Leads a subscription whose phase is over into the next one; after the last its schedule lets go of it. Emits
 * `subscription_schedule.updated` or `.released`; the subscription's change is the caller's.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules
 */
export function turnPhase(work: Work, subscription: Subscription, at: number): void {
  const schedule = governing(work, subscription);
  const over = schedule?.current_phase?.end_date;
  if (!schedule || over === undefined || over > at) return;
  const next = phaseAt(schedule, over);
  if (!next) {
    releaseSchedule(work, schedule, { preserveCancelDate: false });
    return;
  }
  const before = work.snapshot(schedule);
  applyPhase(work, schedule, next, { at, behavior: next.proration_behavior, previous: null });
  const turned = work.store.update("subscription_schedule", schedule.id, {
    current_phase: { start_date: next.start_date, end_date: next.end_date },
  });
  work.emit("subscription_schedule.updated", turned, before);
}
