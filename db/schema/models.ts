import { sql } from "drizzle-orm";
import { bigint, boolean, pgView, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** What a payment has come to, in one word. */
export type PaymentStatus = "pending" | "succeeded" | "failed" | "refunded";

/** A person's payments, as the product speaks of them: one row per PaymentIntent of a known customer. */
export const payments = pgView("payments", {
  id: text().notNull(),
  userId: uuid("user_id").notNull(),
  customer: text().notNull(),
  /** Minor units of `currency`. */
  amount: bigint({ mode: "number" }).notNull(),
  amountRefunded: bigint("amount_refunded", { mode: "number" }).notNull(),
  currency: text().notNull(),
  status: text().$type<PaymentStatus>().notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
}).as(
  sql.raw(`
  select p.id, b.user_id, p.customer, p.amount, coalesce(c.amount_refunded, 0) as amount_refunded, p.currency,
    case when c.refunded then 'refunded'
      when p.status = 'succeeded' then 'succeeded'
      when p.status = 'canceled' or jsonb_typeof(p.data -> 'last_payment_error') = 'object' then 'failed'
      else 'pending' end as status,
    p.created as created_at, greatest(p.as_of_from, c.as_of_from) as updated_at
  from stripe.payment_intents p
  join public.billing_customers b on b.stripe_customer_id = p.customer
  left join stripe.charges c on c.id = p.latest_charge`),
);

/**
 * A person's subscriptions, as the product speaks of them: one row per subscription of a known customer, with
 * its first item as the plan, what is metered aside.
 */
export const userSubscriptions = pgView("user_subscriptions", {
  id: text().notNull(),
  userId: uuid("user_id").notNull(),
  customer: text().notNull(),
  /** Stripe's status; `canceled` once the customer is deleted. */
  status: text().notNull(),
  price: text(),
  product: text(),
  currentPeriodStart: timestamp("current_period_start", { withTimezone: true }),
  currentPeriodEnd: timestamp("current_period_end", { withTimezone: true }),
  cancelAtPeriodEnd: boolean("cancel_at_period_end").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
}).as(
  sql.raw(`
  select s.id, b.user_id, s.customer,
    case when c.deleted_at is not null then 'canceled' else s.status end as status,
    i.item #>> '{price,id}' as price, i.item #>> '{price,product}' as product,
    to_timestamp((i.item ->> 'current_period_start')::double precision) as current_period_start,
    to_timestamp((i.item ->> 'current_period_end')::double precision) as current_period_end,
    s.cancel_at_period_end, s.created as created_at
  from stripe.subscriptions s
  join public.billing_customers b on b.stripe_customer_id = s.customer
  left join stripe.customers c on c.id = s.customer
  left join lateral (
    select jsonb_path_query_first(s.data, '$.items.data[*] ? (!(@.price.recurring.usage_type == "metered"))') as item
  ) i on true
  where s.deleted_at is null`),
);
