import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

type Subscription = Held<"subscription">;

/** What differs between subscriptions at birth; everything else starts empty. */
export type SubscriptionStart = Pick<
  Subscription,
  "billing_cycle_anchor" | "created" | "currency" | "customer" | "status"
> &
  Partial<Omit<Subscription, "id" | "object" | "items">>;

/** Puts a subscription without items into the store. No event. */
export function putSubscription(work: Work, start: SubscriptionStart): Subscription {
  return work.store.put("subscription", {
    id: work.newId("subscription"),
    object: "subscription",
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor_config: null,
    billing_mode: {
      flexible: { proration_discounts: "included" },
      type: "flexible",
      updated_at: start.created,
    },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: "charge_automatically",
    customer_account: null,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: "self" },
    },
    items: [],
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "off",
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start.created,
    test_clock: null,
    transfer_data: null,
    trial_end: null,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: "now", missing_payment_method: "create_invoice" },
    },
    trial_start: null,
    ...start,
  });
}
