import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { itemsOf, periodEndOf } from "../subscriptions/period";
import { ENDED } from "../subscriptions/status";
import { settingsOf } from "./default-settings";
import type { Phase, Schedule } from "./phase";
import { namedDiscounts } from "./phase-discounts";
import { putSchedule } from "./put";
import { queueSchedule } from "./queue";

type Subscription = Held<"subscription">;

/**
 * Takes a subscription over into a schedule with one phase: what it is now, up to the end of its period or its
 * own. Emits `subscription_schedule.created` and `customer.subscription.updated`.
 * https://docs.stripe.com/api/subscription_schedules/create#create_subscription_schedule-from_subscription
 */
export function scheduleFromSubscription(
  work: Work,
  { from_subscription: id = "", ...others }: ParamsOf<"subscriptionSchedules.create">,
): Schedule {
  const [other] = Object.keys(others).filter((name) => name !== "expand" && name !== "billing_mode");
  if (other !== undefined) {
    throw invalidRequest(
      `You cannot set \`${other}\` if \`from_subscription\` is set. Update the subscription schedule once it is created.`,
      { param: other },
    );
  }
  const subscription = referenced(work, "subscription", id, "from_subscription");
  refuseUnfit(subscription);
  const phase = describedPhase(work, subscription);
  const schedule = putSchedule(work, work.store.must("customer", subscription.customer), {
    billing_mode: subscription.billing_mode,
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    default_settings: settingsOf(subscription),
    end_behavior: subscription.cancel_at === null ? "release" : "cancel",
    phases: [phase],
    status: "active",
    subscription: subscription.id,
  });
  work.emit("subscription_schedule.created", schedule);
  const before = work.snapshot(subscription);
  const governed = work.store.update("subscription", subscription.id, { schedule: schedule.id });
  work.emit("customer.subscription.updated", governed, before);
  queueSchedule(work, schedule);
  return schedule;
}

function refuseUnfit(subscription: Subscription): void {
  if (subscription.schedule !== null) {
    throw invalidRequest(
      `You cannot migrate a subscription that is already attached to a schedule: \`${subscription.schedule}\`.`,
      { param: "from_subscription" },
    );
  }
  if (ENDED[subscription.status] || subscription.status === "incomplete") {
    throw invalidRequest(
      `You cannot migrate a subscription in the \`${subscription.status}\` status to a schedule.`,
      { param: "from_subscription" },
    );
  }
}

/** What a subscription is now, as a phase. */
function describedPhase(work: Work, subscription: Subscription): Phase {
  const items = itemsOf(work, subscription);
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    default_payment_method: subscription.default_payment_method,
    default_tax_rates: subscription.default_tax_rates ?? [],
    description: subscription.description,
    discounts: kept(subscription.discounts),
    end_date: subscription.cancel_at ?? periodEndOf(work, subscription),
    invoice_settings: null,
    items: items.map(itemOfPhase),
    metadata: subscription.metadata,
    on_behalf_of: null,
    proration_behavior: "create_prorations",
    start_date: Math.min(...items.map((item) => item.current_period_start)),
    transfer_data: null,
    trial_end: subscription.status === "trialing" ? subscription.trial_end : null,
  };
}

/** A subscription's item as a phase lists it. */
export function itemOfPhase(item: Held<"subscription_item">): Phase["items"][number] {
  return {
    billing_thresholds: null,
    discounts: kept(item.discounts),
    metadata: item.metadata,
    plan: item.plan,
    price: item.price,
    ...(item.quantity === undefined ? {} : { quantity: item.quantity }),
    tax_rates: item.tax_rates ?? [],
  };
}

function kept(discounts: readonly string[]): Phase["discounts"] {
  return namedDiscounts(discounts.map((discount) => ({ discount })));
}
