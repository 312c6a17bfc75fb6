import { sql } from "drizzle-orm";
import { bigint, boolean, text, timestamp } from "drizzle-orm/pg-core";
import { derived, mirrorTable, stripeSchema } from "./mirror-table";

export const subscriptions = mirrorTable(
  "subscriptions",
  {
    customer: derived.text("customer"),
    status: derived.text("status"),
    currency: derived.text("currency"),
    cancelAtPeriodEnd: derived.boolean("cancel_at_period_end"),
    cancelAt: derived.time("cancel_at"),
    canceledAt: derived.time("canceled_at"),
    endedAt: derived.time("ended_at"),
    trialEnd: derived.time("trial_end"),
    latestInvoice: derived.text("latest_invoice"),
    defaultPaymentMethod: derived.text("default_payment_method"),
    testClock: derived.text("test_clock"),
    created: derived.time("created"),
  },
  ["customer", "status"],
);

export const subscriptionSchedules = mirrorTable(
  "subscription_schedules",
  {
    customer: derived.text("customer"),
    subscription: derived.text("subscription"),
    status: derived.text("status"),
    created: derived.time("created"),
  },
  ["customer", "subscription"],
);

/** One row per item of a subscription; the billing period lives here, not on the subscription. */
export const subscriptionItems = stripeSchema
  .view("subscription_items", {
    id: text().notNull(),
    subscription: text().notNull(),
    customer: text().notNull(),
    price: text().notNull(),
    product: text().notNull(),
    quantity: bigint({ mode: "number" }),
    /** Counted while it is used: it comes with the plan, and isn't the plan. */
    metered: boolean().notNull(),
    currentPeriodStart: timestamp("current_period_start", { withTimezone: true }).notNull(),
    currentPeriodEnd: timestamp("current_period_end", { withTimezone: true }).notNull(),
  })
  .as(
    sql.raw(`
    select i ->> 'id' as id, s.id as subscription, s.customer, i #>> '{price,id}' as price,
      i #>> '{price,product}' as product, (i ->> 'quantity')::bigint as quantity,
      coalesce(i #>> '{price,recurring,usage_type}', '') = 'metered' as metered,
      to_timestamp((i ->> 'current_period_start')::double precision) as current_period_start,
      to_timestamp((i ->> 'current_period_end')::double precision) as current_period_end
    from stripe.subscriptions s cross join lateral jsonb_array_elements(s.data #> '{items,data}') i
    where s.deleted_at is null`),
  );
