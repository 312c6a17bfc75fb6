import { sql } from "drizzle-orm";
import { bigint, text, timestamp } from "drizzle-orm/pg-core";
import { derived, mirrorTable, stripeSchema } from "./mirror-table";

export const invoices = mirrorTable(
  "invoices",
  {
    customer: derived.text("customer"),
    subscription: derived.text("parent.subscription_details.subscription"),
    number: derived.text("number"),
    status: derived.text("status"),
    billingReason: derived.text("billing_reason"),
    currency: derived.text("currency"),
    /** Minor units of `currency`, as are the next two. */
    total: derived.integer("total"),
    amountDue: derived.integer("amount_due"),
    amountPaid: derived.integer("amount_paid"),
    hostedInvoiceUrl: derived.text("hosted_invoice_url"),
    created: derived.time("created"),
  },
  ["customer", "subscription"],
);

export const invoiceItems = mirrorTable(
  "invoice_items",
  {
    customer: derived.text("customer"),
    invoice: derived.text("invoice"),
    amount: derived.integer("amount"),
    currency: derived.text("currency"),
  },
  ["customer", "invoice"],
);

export const invoicePayments = mirrorTable(
  "invoice_payments",
  {
    invoice: derived.text("invoice"),
    paymentIntent: derived.text("payment.payment_intent"),
    amountPaid: derived.integer("amount_paid"),
    amountRequested: derived.integer("amount_requested"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    created: derived.time("created"),
  },
  ["invoice", "paymentIntent"],
);

export const creditNotes = mirrorTable(
  "credit_notes",
  {
    customer: derived.text("customer"),
    invoice: derived.text("invoice"),
    total: derived.integer("total"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    created: derived.time("created"),
  },
  ["customer", "invoice"],
);

/** One row per line of an invoice. */
export const invoiceLines = stripeSchema
  .view("invoice_lines", {
    id: text().notNull(),
    invoice: text().notNull(),
    customer: text(),
    description: text(),
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    quantity: bigint({ mode: "number" }),
    price: text(),
    product: text(),
    periodStart: timestamp("period_start", { withTimezone: true }).notNull(),
    periodEnd: timestamp("period_end", { withTimezone: true }).notNull(),
  })
  .as(
    sql.raw(`
    select l ->> 'id' as id, i.id as invoice, i.customer, l ->> 'description' as description,
      (l ->> 'amount')::bigint as amount, l ->> 'currency' as currency, (l ->> 'quantity')::bigint as quantity,
      l #>> '{pricing,price_details,price}' as price, l #>> '{pricing,price_details,product}' as product,
      to_timestamp((l #>> '{period,start}')::double precision) as period_start,
      to_timestamp((l #>> '{period,end}')::double precision) as period_end
    from stripe.invoices i cross join lateral jsonb_array_elements(i.data #> '{lines,data}') l
    where i.deleted_at is null`),
  );
