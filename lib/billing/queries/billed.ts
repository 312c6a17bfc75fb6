import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { invoices } from "@/db/schema/stripe/invoices";
import { customers } from "@/db/schema/stripe/people";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import type { Interval } from "../config";
import { isInterval } from "../interval";
import { isLive } from "../status";
import type { Addressee } from "./addressee";
import { cardless } from "./cardless";
import { onlyForUse } from "./for-use";

export type Billed = {
  person: Addressee;
  planName: string;
  /** Stripe's word for the subscription, and for its invoice. */
  status: string;
  invoiceStatus: string;
  /** What was paid and what is still to be paid, in minor units of `currency`. */
  amount: number;
  remaining: number;
  currency: string;
  invoiceNumber: string | null;
  /** Stripe's page of the invoice, which needs no account with us. */
  invoiceUrl: string | null;
  /** When Stripe tries by itself to collect what is still to be paid. */
  nextAttempt: Date | null;
  /** Nothing can be charged for it: no card, and nothing of the kind. */
  cardless: boolean;
  /** It is for what was used and for nothing else. */
  forUse: boolean;
  /** It is the first that a trial is followed by: nothing was paid for the plan before. */
  afterTrial: boolean;
  /** Another of the subscription's invoices is still to be paid. */
  owesMore: boolean;
  /** The end of the period that runs now. */
  periodEnd: Date;
  /** How it renews; null where it doesn't, or rests, or in a way that isn't by the month or year. */
  interval: Interval | null;
};

/**
 * What a subscription's invoice is about, for the person who pays it, from the mirror.
 *
 * @returns `nobody` where the invoice's customer isn't a user of ours, `incomplete` while the mirror lacks some of it
 */
export async function billedBy(invoice: string): Promise<Billed | "nobody" | "incomplete"> {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      planName: products.name,
      status: subscriptions.status,
      invoiceStatus: invoices.status,
      amount: invoices.amountPaid,
      remaining: sql<number>`coalesce((${invoices.data} ->> 'amount_remaining')::float8, 0)`,
      currency: invoices.currency,
      invoiceNumber: invoices.number,
      invoiceUrl: invoices.hostedInvoiceUrl,
      nextAttempt: sql<number | null>`(${invoices.data} ->> 'next_payment_attempt')::float8`,
      cardless: sql<boolean>`${invoices.data} ->> 'default_payment_method' is null
        and ${sql.raw(cardless("subscriptions", "customers"))}`,
      forUse: sql<boolean>`${sql.raw(onlyForUse("invoices.data"))}`,
      afterTrial: sql<boolean>`${subscriptions.trialEnd} is not null and not exists (
        select from ${invoices} o where o.subscription = ${subscriptions.id} and o.status = 'paid'
          and o.created < ${invoices.created} and (o.amount_paid > 0 or o.created >= ${subscriptions.trialEnd})
      )`,
      owesMore: sql<boolean>`exists (
        select from ${invoices} o where o.subscription = ${subscriptions.id} and o.id <> ${invoices.id}
          and o.status = 'open' and o.deleted_at is null and (o.data ->> 'amount_remaining')::float8 > 0
      )`,
      periodEnd: subscriptionItems.currentPeriodEnd,
      interval: prices.interval,
      intervalCount: prices.intervalCount,
      ends: sql<boolean>`${subscriptions.cancelAtPeriodEnd} or ${subscriptions.cancelAt} is not null
        or coalesce(jsonb_typeof(${subscriptions.data} -> 'pause_collection') = 'object', false)`,
    })
    .from(invoices)
    .leftJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, invoices.customer))
    .leftJoin(users, eq(users.id, billingCustomers.userId))
    .leftJoin(customers, eq(customers.id, invoices.customer))
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
  const { userId, name, email, planName, status, invoiceStatus, amount, currency, periodEnd, ...rest } = row;
  if (userId === null || name === null || email === null) return "nobody";
  if (planName === null || status === null || invoiceStatus === null) return "incomplete";
  if (amount === null || currency === null || periodEnd === null) return "incomplete";
  const { interval, intervalCount, ends, nextAttempt, remaining, invoiceNumber, invoiceUrl } = rest;
  const { cardless: isCardless, forUse, afterTrial, owesMore } = rest;
  const renews = !ends && isLive(status) && intervalCount === 1 && isInterval(interval);
  return {
    person: { id: userId, name, email },
    ...{
      planName,
      status,
      invoiceStatus,
      amount,
      remaining,
      currency,
      invoiceNumber,
      invoiceUrl,
      cardless: isCardless,
      forUse,
      afterTrial,
      owesMore,
      periodEnd,
    },
    nextAttempt: nextAttempt === null ? null : new Date(nextAttempt * 1000),
    interval: renews ? interval : null,
  };
}
