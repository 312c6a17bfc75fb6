import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { invoices } from "@/db/schema/stripe/invoices";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import type { Interval } from "../config";
import { isInterval } from "../interval";

export type Purchase = {
  buyer: { name: string; email: string };
  planName: string;
  /** What was paid, in minor units of `currency`. */
  amount: number;
  currency: string;
  invoiceNumber: string | null;
  /** Stripe's page of the invoice. */
  invoiceUrl: string | null;
  /** The end of the period that was paid for. */
  periodEnd: Date;
  /** How it renews; null where it doesn't, or in a way that isn't by the month or year. */
  interval: Interval | null;
};

/**
 * What a subscription's first invoice bought, from the mirror.
 *
 * @returns `nobody` where the invoice's customer isn't a user of ours, `incomplete` while the mirror lacks some of it
 */
export async function purchaseOf(invoice: string): Promise<Purchase | "nobody" | "incomplete"> {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      planName: products.name,
      amount: invoices.amountPaid,
      currency: invoices.currency,
      invoiceNumber: invoices.number,
      invoiceUrl: invoices.hostedInvoiceUrl,
      periodEnd: subscriptionItems.currentPeriodEnd,
      interval: prices.interval,
      intervalCount: prices.intervalCount,
      ends: sql<boolean>`${subscriptions.cancelAtPeriodEnd} or ${subscriptions.cancelAt} is not null`,
    })
    .from(invoices)
    .leftJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, invoices.customer))
    .leftJoin(users, eq(users.id, billingCustomers.userId))
    .leftJoin(subscriptions, eq(subscriptions.id, invoices.subscription))
    .leftJoin(
      subscriptionItems,
      and(eq(subscriptionItems.subscription, subscriptions.id), eq(subscriptionItems.metered, false)),
    )
    .leftJoin(prices, eq(prices.id, subscriptionItems.price))
    .leftJoin(products, eq(products.id, subscriptionItems.product))
    .where(eq(invoices.id, invoice))
    .orderBy(asc(subscriptionItems.id))
    .limit(1);
  if (!row) return "incomplete";
  const { userId, name, email, planName, amount, currency, periodEnd, interval, intervalCount, ends } = row;
  if (userId === null || name === null || email === null) return "nobody";
  if (planName === null || amount === null || currency === null || periodEnd === null) return "incomplete";
  const { invoiceNumber, invoiceUrl } = row;
  const renews = !ends && intervalCount === 1 && isInterval(interval);
  return {
    buyer: { name, email },
    ...{ planName, amount, currency, invoiceNumber, invoiceUrl, periodEnd },
    interval: renews ? interval : null,
  };
}
