import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { Schedule } from "./phase";

/** What differs between schedules at birth; everything else starts empty. */
type ScheduleStart = Pick<Schedule, "default_settings" | "phases"> & Partial<Omit<Schedule, "id" | "object">>;

/** Puts a schedule that hasn't started into the store. No event. */
export function putSchedule(work: Work, customer: Held<"customer">, start: ScheduleStart): Schedule {
  const created = work.now(customer.test_clock ?? null);
  return work.store.put("subscription_schedule", {
    id: work.newId("subscription_schedule"),
    object: "subscription_schedule",
    application: null,
    billing_mode: {
      flexible: { proration_discounts: "included" },
      type: "flexible",
      updated_at: created,
    },
    canceled_at: null,
    completed_at: null,
    created,
    current_phase: null,
    customer: customer.id,
    customer_account: null,
    end_behavior: "release",
    livemode: false,
    metadata: {},
    pause_schedules: [],
    released_at: null,
    released_subscription: null,
    status: "not_started",
    subscription: null,
    test_clock: customer.test_clock ?? null,
    ...start,
  });
}
