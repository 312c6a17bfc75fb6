import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { invoicePayments, invoices } from "@/db/schema/stripe/invoices";
import { charges, refunds } from "@/db/schema/stripe/payments";
import type { Addressee } from "./addressee";

export type GivenBack = {
  person: Addressee;
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  /** Stripe's word: only `succeeded` is on its way to the card. */
  status: string;
  invoiceNumber: string | null;
  card: { brand: string; last4: string } | null;
};

/**
 * What a refund gives back to whom, from the mirror.
 *
 * @returns `nobody` where the customer isn't a user of ours, `incomplete` while the mirror lacks some of it
 */
export async function givenBackBy(refund: string): Promise<GivenBack | "nobody" | "incomplete"> {
  const card = (key: string) =>
    sql<string | null>`${charges.data} #>> ${sql.raw(`'{payment_method_details,card,${key}}'`)}`;
  const [row] = await db
    .select({
      charge: charges.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      amount: refunds.amount,
      currency: refunds.currency,
      status: refunds.status,
      invoiceNumber: invoices.number,
      brand: card("brand"),
      last4: card("last4"),
    })
    .from(refunds)
    .leftJoin(charges, eq(charges.id, refunds.charge))
    .leftJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, charges.customer))
    .leftJoin(users, eq(users.id, billingCustomers.userId))
    .leftJoin(invoicePayments, eq(invoicePayments.paymentIntent, refunds.paymentIntent))
    .leftJoin(invoices, eq(invoices.id, invoicePayments.invoice))
    .where(eq(refunds.id, refund))
    .limit(1);
  if (!row || row.charge === null) return "incomplete";
  const { userId, name, email, amount, currency, status, invoiceNumber, brand, last4 } = row;
  if (userId === null || name === null || email === null) return "nobody";
  if (amount === null || currency === null || status === null) return "incomplete";
  return {
    person: { id: userId, name, email },
    ...{ amount, currency, status, invoiceNumber },
    card: brand !== null && last4 !== null ? { brand, last4 } : null,
  };
}
