import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { GOVERNS } from "./phase";

/** Announces that a schedule is about to end. Emits `subscription_schedule.expiring`. */
export function announceScheduleEnd(work: Work, { subject }: Job): void {
  const schedule = work.store.get("subscription_schedule", subject);
  if (schedule && GOVERNS[schedule.status]) work.emit("subscription_schedule.expiring", schedule);
}
