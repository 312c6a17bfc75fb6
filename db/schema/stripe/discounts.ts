import { sql } from "drizzle-orm";
import { text, timestamp } from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/**
 * One row per discount in force. A customer's own comes whole; a subscription, an invoice or an invoice item
 * names its discounts by id. https://docs.stripe.com/api/discounts
 */
export const discounts = stripeSchema
  .view("discounts", {
    id: text().notNull(),
    /** The type and the id of the object that it lowers the price of. */
    ownerType: text("owner_type").notNull(),
    owner: text().notNull(),
    customer: text(),
    coupon: text(),
    promotionCode: text("promotion_code"),
    startsAt: timestamp("starts_at", { withTimezone: true }),
    endsAt: timestamp("ends_at", { withTimezone: true }),
  })
  .as(
    sql.raw(`
    select d ->> 'id' as id, 'customer' as owner_type, c.id as owner, c.id as customer,
      d #>> '{source,coupon}' as coupon, d ->> 'promotion_code' as promotion_code,
      to_timestamp((d ->> 'start')::double precision) as starts_at,
      to_timestamp((d ->> 'end')::double precision) as ends_at
    from stripe.customers c cross join lateral (select c.data -> 'discount' as d) found
    where c.deleted_at is null and jsonb_typeof(d) = 'object'
    union all
    select d, owner_type, owner, customer, null, null, null, null
    from (
      select 'subscription' as owner_type, id as owner, customer, data, deleted_at from stripe.subscriptions
      union all select 'invoice', id, customer, data, deleted_at from stripe.invoices
      union all select 'invoiceitem', id, customer, data, deleted_at from stripe.invoice_items
    ) o cross join lateral jsonb_array_elements_text(o.data -> 'discounts') d
    where o.deleted_at is null and jsonb_typeof(o.data -> 'discounts') = 'array'`),
  );
