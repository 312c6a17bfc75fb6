import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { invoices } from "@/db/schema/stripe/invoices";
import { type InvoiceStatus, isInvoiceStatus } from "../invoices/invoice-status";

export type OwnInvoice = {
  id: string;
  number: string | null;
  status: InvoiceStatus;
  /** Minor units of `currency`. */
  total: number;
  /** What is still to be paid of it, in minor units. */
  remaining: number;
  currency: string;
  created: Date;
  /** Whether Stripe has a page and a PDF of it. */
  readable: boolean;
};

/** A user's invoices from the mirror, the newest first; drafts aren't shown. */
export async function invoicesOf(userId: string, limit = 100): Promise<OwnInvoice[]> {
  const rows = await select(userId).orderBy(desc(invoices.created), invoices.id).limit(limit);
  return rows.flatMap((row) => known(row) ?? []);
}

/** One of a user's invoices; null for anybody else's. */
export async function invoiceOf(userId: string, id: string): Promise<OwnInvoice | null> {
  const [row] = await select(userId, eq(invoices.id, id));
  return row ? known(row) : null;
}

function select(userId: string, which = inArray(invoices.status, ["open", "paid", "uncollectible", "void"])) {
  return db
    .select({
      id: invoices.id,
      number: invoices.number,
      status: invoices.status,
      total: invoices.total,
      remaining: sql<number | null>`(${invoices.data} ->> 'amount_remaining')::float8`,
      currency: invoices.currency,
      created: invoices.created,
      readable: sql<boolean>`${invoices.hostedInvoiceUrl} is not null`,
    })
    .from(billingCustomers)
    .innerJoin(invoices, eq(invoices.customer, billingCustomers.stripeCustomerId))
    .where(and(eq(billingCustomers.userId, userId), isNull(invoices.deletedAt), which))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

function known({ status, total, remaining, currency, created, ...rest }: Row): OwnInvoice | null {
  if (!isInvoiceStatus(status) || total === null || !currency || !created) return null;
  return { ...rest, status, total, remaining: remaining ?? 0, currency, created };
}
