import type { ParamsOf } from "../../core/operation";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { inOrder } from "../in-order";
import { createSubscription } from "../subscriptions/create";
import { CREATION_EVENTS } from "../subscriptions/creation-events";
import { scheduleBoundary } from "../subscriptions/schedule";
import { endOf, type Phase, type Schedule } from "./phase";
import { givenDiscounts } from "./phase-discounts";
import { givenExtras } from "./phase-extras";
import { termsOf } from "./phase-terms";

/** Starts a schedule whose time has come. Emits `subscription_schedule.updated` and what its subscription brings. */
export function beginSchedule(work: Work, { subject }: Job): void {
  const schedule = work.store.get("subscription_schedule", subject);
  if (schedule?.status !== "not_started") return;
  const creation = schedule.phases[0]?.trial_end ? "trialing" : "invoiced";
  inOrder<void>(
    work,
    () => ["subscription_schedule.updated", ...CREATION_EVENTS[creation]],
    (noted) => {
      const before = noted.snapshot(schedule);
      noted.emit("subscription_schedule.updated", startSchedule(noted, schedule), before);
    },
  );
}

/**
 * Creates the subscription of a schedule's first phase. Its first invoice stays a draft for an hour, and the
 * subscription is active meanwhile. No event for the schedule itself.
 */
export function startSchedule(work: Work, schedule: Schedule): Schedule {
  const [phase] = schedule.phases;
  if (!phase) throw new Error(`The schedule ${schedule.id} has no phases`);
  const { id } = createSubscription(work, subscriptionOf(schedule, phase), schedule.id);
  const started = work.store.update("subscription_schedule", schedule.id, {
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    status: "active",
    subscription: id,
  });
  scheduleBoundary(work, work.store.must("subscription", id));
  return started;
}

function subscriptionOf(schedule: Schedule, phase: Phase): ParamsOf<"subscriptions.create"> {
  const terms = termsOf(schedule, phase);
  return {
    add_invoice_items: givenExtras(phase),
    collection_method: terms.collection_method,
    customer: schedule.customer,
    default_tax_rates: (phase.default_tax_rates ?? []).map(String),
    discounts: givenDiscounts(phase.discounts),
    items: phase.items.map((item) => ({
      discounts: givenDiscounts(item.discounts),
      metadata: item.metadata ?? {},
      price: item.price,
      ...(item.quantity === undefined ? {} : { quantity: item.quantity }),
      ...(item.tax_rates?.length ? { tax_rates: item.tax_rates } : {}),
    })),
    metadata: phase.metadata ?? {},
    ...(schedule.end_behavior === "cancel" ? { cancel_at: endOf(schedule) } : {}),
    ...(terms.days_until_due === null ? {} : { days_until_due: terms.days_until_due }),
    ...(terms.default_payment_method === null
      ? {}
      : { default_payment_method: terms.default_payment_method }),
    ...(terms.description === null ? {} : { description: terms.description }),
    ...(phase.trial_end === null ? {} : { trial_end: phase.trial_end }),
  };
}
