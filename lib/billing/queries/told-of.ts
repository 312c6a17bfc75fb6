import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { invoices } from "@/db/schema/stripe/invoices";
import { customers, paymentMethods } from "@/db/schema/stripe/people";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { type Repeated, repeatedIn } from "../trials/repeated";
import type { Addressee } from "./addressee";
import { type OwnPrice, ownPrice } from "./own-price";

export type Told = {
  person: Addressee;
  planName: string;
  status: string;
  /** Null for a price that isn't of a fixed amount by the month or year. */
  price: OwnPrice | null;
  trialEnd: Date | null;
  /** When it ends by a cancellation that can still be taken back. */
  endsAt: Date | null;
  endedAt: Date | null;
  /** Stripe's word for why it was canceled. */
  endReason: string | null;
  /** By what it was noticed, where it was ended because its owner has had a trial before. */
  repeatedTrial: Repeated | null;
  /** What pays for it: a card, or Stripe's name for a way to pay that is none. */
  card: { brand: string; last4: string | null } | null;
  /** Stripe's word for what a trial that ends without a card becomes. */
  withoutCard: string | null;
  /** Whether no payments are collected for it, until it goes on. */
  paused: boolean;
  /** Whether it was ever open: tried, or paid for. */
  begun: boolean;
  /** Whether something is counted with it, that is billed when it ends. */
  counted: boolean;
};

const payingCard = sql`coalesce(${subscriptions.defaultPaymentMethod}, ${customers.defaultPaymentMethod})`;

/**
 * How a subscription stands, for mails about it to its owner, from the mirror.
 *
 * @returns `nobody` where its customer isn't a user of ours, `incomplete` while the mirror lacks some of it
 */
export async function toldOf(subscription: string): Promise<Told | "nobody" | "incomplete"> {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      planName: products.name,
      status: subscriptions.status,
      amount: prices.unitAmount,
      currency: prices.currency,
      options: sql<unknown>`${prices.data} -> 'currency_options'`,
      paidIn: sql<string | null>`coalesce(${subscriptions.data} ->> 'currency', ${prices.currency})`,
      quantity: subscriptionItems.quantity,
      interval: prices.interval,
      intervalCount: prices.intervalCount,
      trialEnd: subscriptions.trialEnd,
      cancelAt: subscriptions.cancelAt,
      cancelAtPeriodEnd: subscriptions.cancelAtPeriodEnd,
      periodEnd: subscriptionItems.currentPeriodEnd,
      endedAt: subscriptions.endedAt,
      endReason: sql<string | null>`${subscriptions.data} #>> '{cancellation_details,reason}'`,
      comment: sql<string | null>`${subscriptions.data} #>> '{cancellation_details,comment}'`,
      brand: sql<string | null>`coalesce(${paymentMethods.cardBrand}, ${paymentMethods.type})`,
      last4: paymentMethods.cardLast4,
      withoutCard: sql<
        string | null
      >`${subscriptions.data} #>> '{trial_settings,end_behavior,missing_payment_method}'`,
      counted: sql<boolean>`jsonb_path_exists(${subscriptions.data},
        '$.items.data[*] ? (@.price.recurring.usage_type == "metered")')`,
      paused: sql<boolean>`coalesce(jsonb_typeof(${subscriptions.data} -> 'pause_collection') = 'object', false)`,
      begun: sql<boolean>`${subscriptions.trialEnd} is not null or exists (
        select from ${invoices} i where i.subscription = ${subscriptions.id} and i.status = 'paid'
      )`,
    })
    .from(subscriptions)
    .leftJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, subscriptions.customer))
    .leftJoin(users, eq(users.id, billingCustomers.userId))
    .leftJoin(customers, eq(customers.id, subscriptions.customer))
    .leftJoin(paymentMethods, eq(paymentMethods.id, payingCard))
    .leftJoin(
      subscriptionItems,
      and(eq(subscriptionItems.subscription, subscriptions.id), eq(subscriptionItems.metered, false)),
    )
    .leftJoin(prices, eq(prices.id, subscriptionItems.price))
    .leftJoin(products, eq(products.id, subscriptionItems.product))
    .where(eq(subscriptions.id, subscription))
    .orderBy(asc(subscriptionItems.id))
    .limit(1);
  if (!row) return "incomplete";
  const { userId, name, email, planName, status, trialEnd, cancelAt, cancelAtPeriodEnd, ...rest } = row;
  if (userId === null || name === null || email === null) return "nobody";
  if (planName === null || status === null) return "incomplete";
  const { periodEnd, endedAt, endReason, comment, brand, last4, withoutCard, begun, counted, paused } = rest;
  return {
    person: { id: userId, name, email },
    ...{ planName, status, trialEnd, endedAt, endReason, withoutCard, begun, counted, paused },
    repeatedTrial: repeatedIn(comment),
    price: row.intervalCount === 1 ? ownPrice(row) : null,
    endsAt: cancelAt ?? (cancelAtPeriodEnd ? periodEnd : null),
    card: brand === null ? null : { brand, last4 },
  };
}
