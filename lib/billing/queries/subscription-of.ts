import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { customers } from "@/db/schema/stripe/people";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { planOf } from "../plan/plan-of";
import { stampOf } from "../subscription/stamp";
import { cardless } from "./cardless";
import { type OwnPrice, ownPrice } from "./own-price";
import { type ScheduledChange, scheduledChangeOf } from "./scheduled-change";

export type OwnSubscription = {
  id: string;
  /** Stripe's word; see status.ts for those we know. */
  status: string;
  planName: string;
  /** Minor units for one `interval`, all seats together, in the currency it is paid in; null for a price that isn't of a fixed amount by the month or year. */
  price: ({ key: string } & OwnPrice) | null;
  /** The end of the period that runs now. */
  periodEnd: Date | null;
  /** When it ends by a cancellation that can still be taken back. */
  endsAt: Date | null;
  endedAt: Date | null;
  /** Set while no payments are collected because its owner has paused it. */
  pause: { resumesAt: Date | null } | null;
  /** What it becomes with its next period, while that can still be taken back. */
  change: ScheduledChange | null;
  /** What becomes of a trial whose end finds no card; null while one is there, or where the first payment is asked for all the same. */
  withoutCard: "cancel" | "pause" | null;
  /** How many seats it has, and may have. */
  seats: number;
  mostSeats: number;
  /** The promotion code it was begun with; empty for none. */
  code: string;
  /** How it stands, for forms to carry; see stamp.ts. */
  stamp: string;
};

/**
 * The subscription a user should hear about: the running one, else a purchase begun and not paid, else the one that ended
 * last; null where there never was one.
 */
export async function subscriptionOf(userId: string): Promise<OwnSubscription | null> {
  const [row] = await db
    .select({
      id: subscriptions.id,
      status: sql<string>`case when ${customers.deletedAt} is null then ${subscriptions.status} else 'canceled' end`,
      cancelAt: subscriptions.cancelAt,
      cancelAtPeriodEnd: subscriptions.cancelAtPeriodEnd,
      endedAt: subscriptions.endedAt,
      paused: sql<boolean>`coalesce(jsonb_typeof(${subscriptions.data} -> 'pause_collection') = 'object', false)`,
      resumesAt: sql<number | null>`(${subscriptions.data} #>> '{pause_collection,resumes_at}')::float8`,
      withoutCard: sql<string | null>`case when ${noCardPays} then
        ${subscriptions.data} #>> '{trial_settings,end_behavior,missing_payment_method}' end`,
      schedule: sql<string | null>`${subscriptions.data} ->> 'schedule'`,
      code: sql<string>`coalesce(${subscriptions.data} #>> '{metadata,code}', '')`,
      priceId: subscriptionItems.price,
      quantity: subscriptionItems.quantity,
      periodEnd: subscriptionItems.currentPeriodEnd,
      planName: products.name,
      productId: products.id,
      key: sql<string>`coalesce(${prices.lookupKey}, ${prices.id})`,
      amount: prices.unitAmount,
      currency: prices.currency,
      options: sql<unknown>`${prices.data} -> 'currency_options'`,
      paidIn: sql<string | null>`coalesce(${subscriptions.data} ->> 'currency', ${prices.currency})`,
      interval: prices.interval,
    })
    .from(billingCustomers)
    .innerJoin(subscriptions, eq(subscriptions.customer, billingCustomers.stripeCustomerId))
    .leftJoin(customers, eq(customers.id, subscriptions.customer))
    .leftJoin(
      subscriptionItems,
      and(eq(subscriptionItems.subscription, subscriptions.id), eq(subscriptionItems.metered, false)),
    )
    .leftJoin(prices, eq(prices.id, subscriptionItems.price))
    .leftJoin(products, eq(products.id, subscriptionItems.product))
    .where(and(eq(billingCustomers.userId, userId), isNull(subscriptions.deletedAt)))
    .orderBy(asc(rank), desc(subscriptions.created), asc(subscriptions.id), asc(subscriptionItems.id))
    .limit(1);
  if (!row) return null;
  const {
    id,
    status,
    planName,
    productId,
    periodEnd,
    endedAt,
    cancelAt,
    cancelAtPeriodEnd,
    key,
    paused,
    resumesAt,
    withoutCard,
    schedule,
    code,
    priceId,
    quantity,
  } = row;
  const price = ownPrice(row);
  return {
    id,
    status: status ?? "unknown",
    planName: planName ?? "your plan",
    price: price && { key, ...price },
    periodEnd,
    endsAt: cancelAt ?? (cancelAtPeriodEnd ? periodEnd : null),
    endedAt,
    pause: paused ? { resumesAt: resumesAt === null ? null : new Date(resumesAt * 1000) } : null,
    withoutCard: withoutCard === "cancel" || withoutCard === "pause" ? withoutCard : null,
    change: schedule === null ? null : await scheduledChangeOf(id),
    seats: quantity ?? 1,
    mostSeats: planOf(productId ?? "")?.seats?.most ?? 1,
    code,
    stamp: stampOf({
      ...{ id, quantity, paused, price: priceId },
      cancelAt: cancelAt === null ? null : cancelAt.getTime() / 1000,
      cancelAtPeriodEnd: cancelAtPeriodEnd ?? false,
    }),
  };
}

/** That a trial runs and nothing could be charged at its end. https://docs.stripe.com/billing/subscriptions/trials/free-trials */
const noCardPays = sql`${subscriptions.status} = 'trialing' and ${sql.raw(cardless("subscriptions", "customers"))}`;

const rank = sql`case when ${subscriptions.status} in ('canceled', 'incomplete_expired') then 2
  when ${subscriptions.status} = 'incomplete' then 1 else 0 end`;
