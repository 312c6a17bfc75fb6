import { missingParam } from "../../core/errors";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { customerOf, customerTime, refuseOtherCurrency } from "../customer";
import { inOrder } from "../in-order";
import { CREATION_EVENTS } from "../subscriptions/creation-events";
import { refuseUnbuilt } from "../unbuilt";
import { newSettings } from "./default-settings";
import { scheduleFromSubscription } from "./from-subscription";
import type { Schedule } from "./phase";
import { putSchedule } from "./put";
import { queueSchedule } from "./queue";
import { readPhases } from "./read-phases";
import { refuseUnbuiltEnd } from "./refuse-unbuilt-end";
import { startSchedule } from "./start";

type Params = ParamsOf<"subscriptionSchedules.create">;

/**
 * Creates a schedule, and at once the subscription of one that starts now. Emits `subscription_schedule.created`
 * before what the subscription brings. https://docs.stripe.com/api/subscription_schedules/create
 */
export function createSchedule(work: Work, params: Params): Schedule {
  refuseUnbuilt(params, ["customer_account", "pause_schedules"]);
  refuseUnbuiltEnd(params.end_behavior);
  if (params.from_subscription !== undefined) return scheduleFromSubscription(work, params);
  const { id } = inOrder<Schedule>(
    work,
    (schedule) => ["subscription_schedule.created", ...eventsOf(schedule)],
    (noted) => fromScratch(noted, params),
  );
  return work.store.must("subscription_schedule", id);
}

function fromScratch(work: Work, params: Params): Schedule {
  if (params.customer === undefined) throw missingParam("customer");
  if (params.phases === undefined) throw missingParam("phases");
  const customer = customerOf(work, params.customer);
  const now = customerTime(work, customer);
  const start = params.start_date === undefined || params.start_date === "now" ? now : params.start_date;
  const phases = readPhases(work, customer, params.phases, { anchor: start, now, start });
  for (const { currency } of phases) refuseOtherCurrency(customer, currency);
  const schedule = putSchedule(work, customer, {
    default_settings: newSettings(work, customer.id, params.default_settings),
    end_behavior: params.end_behavior ?? "release",
    metadata: mergeMetadata(null, params.metadata),
    phases,
  });
  const begun = start <= now ? startSchedule(work, schedule) : schedule;
  work.emit("subscription_schedule.created", begun);
  queueSchedule(work, begun);
  return begun;
}

function eventsOf({ subscription, phases }: Schedule) {
  if (subscription === null) return [];
  return CREATION_EVENTS[phases[0]?.trial_end ? "trialing" : "invoiced"];
}
