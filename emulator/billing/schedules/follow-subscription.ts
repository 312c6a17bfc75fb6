import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { itemsOf } from "../subscriptions/period";
import { itemOfPhase } from "./from-subscription";
import { governing } from "./turn-phase";

/**
 * Notes in the phase that runs what was changed about its subscription's items directly. Emits
 * `subscription_schedule.updated`.
 */
export function phaseFollows(work: Work, subscription: Held<"subscription">): void {
  const schedule = governing(work, subscription);
  const start = schedule?.current_phase?.start_date;
  if (!schedule || start === undefined) return;
  const before = work.snapshot(schedule);
  const items = itemsOf(work, subscription).map(itemOfPhase);
  const followed = work.store.update("subscription_schedule", schedule.id, {
    phases: schedule.phases.map((phase) => (phase.start_date === start ? { ...phase, items } : phase)),
  });
  work.emit("subscription_schedule.updated", followed, before);
}
