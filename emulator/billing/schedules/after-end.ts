import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { endOf, GOVERNS } from "./phase";
import { forgetSchedule } from "./queue";

type Subscription = Held<"subscription">;
type Reason = NonNullable<NonNullable<Subscription["cancellation_details"]>["reason"]>;

/**
 * Lets a schedule follow its subscription's end: it has come to its own, is canceled with it, or is given up
 * because nobody paid. Emits `subscription_schedule.completed`, `.canceled` or `.aborted`.
 * https://docs.stripe.com/api/events/types
 */
export function scheduleFollowsEnd(work: Work, subscription: Subscription, reason: Reason): void {
  const schedule = work.store.get("subscription_schedule", subscription.schedule ?? "");
  if (!schedule || !GOVERNS[schedule.status]) return;
  const now = work.now(subscription.test_clock);
  const completed = schedule.end_behavior === "cancel" && endOf(schedule) <= now;
  forgetSchedule(work, schedule.id);
  const ended = work.store.update("subscription_schedule", schedule.id, {
    current_phase: null,
    ...(completed
      ? { completed_at: now, status: "completed" as const }
      : { canceled_at: now, status: "canceled" as const }),
  });
  const end = reason === "payment_failed" ? "aborted" : completed ? "completed" : "canceled";
  work.emit(`subscription_schedule.${end}`, ended);
}
