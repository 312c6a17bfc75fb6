import type { Work } from "../../core/work";
import { quietAbout } from "../in-order";
import { endsAt, goesOn } from "../subscriptions/cancel-at";
import { refreshEntitlements } from "../subscriptions/entitlements";
import { scheduleBoundary } from "../subscriptions/schedule";
import { applyPhase } from "./apply-phase";
import { endOf, type Phase, phaseAt, type Schedule } from "./phase";
import { startSchedule } from "./start";

/**
 * Lets the subscription follow a schedule that was changed from `old` to `told`: the phase that runs now is
 * entered, or applied again. Emits `customer.subscription.updated` with what that changes.
 */
export function followSchedule(
  work: Work,
  old: Schedule,
  told: Schedule,
  behavior: Phase["proration_behavior"],
): Schedule {
  const now = work.now(told.test_clock);
  const current = phaseAt(told, now);
  if (told.subscription === null) return current ? startSchedule(work, told) : told;
  if (!current) return told;
  const subscription = work.store.must("subscription", told.subscription);
  const before = work.snapshot(subscription);
  const running = old.current_phase && phaseAt(old, old.current_phase.start_date);
  const previous = running?.start_date === current.start_date ? running : null;
  applyPhase(quietAbout(work, "customer.subscription.updated"), told, current, {
    at: now,
    behavior: previous ? behavior : current.proration_behavior,
    previous,
  });
  const turned = work.store.update("subscription_schedule", told.id, {
    current_phase: { start_date: current.start_date, end_date: current.end_date },
  });
  keepEnd(work, turned);
  const changed = work.store.must("subscription", subscription.id);
  work.emit("customer.subscription.updated", changed, before);
  refreshEntitlements(work, subscription.customer);
  scheduleBoundary(work, changed);
  return turned;
}

/** A subscription ends with the schedule that is to cancel it, and with no other. */
function keepEnd(work: Work, schedule: Schedule): void {
  const subscription = work.store.must("subscription", schedule.subscription ?? "");
  const end = schedule.end_behavior === "cancel" ? endOf(schedule) : null;
  if (subscription.cancel_at === end) return;
  work.store.update(
    "subscription",
    subscription.id,
    end === null ? goesOn(subscription) : endsAt(subscription, end, work.now(schedule.test_clock)),
  );
}
