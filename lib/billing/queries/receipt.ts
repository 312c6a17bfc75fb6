import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { products } from "@/db/schema/stripe/catalogue";
import { invoicePayments, invoices } from "@/db/schema/stripe/invoices";
import { paymentIntents } from "@/db/schema/stripe/payments";
import { paymentMethods } from "@/db/schema/stripe/people";
import { subscriptionItems } from "@/db/schema/stripe/subscriptions";
import { type PlanFeature, planFeatures } from "./plan-features";

export type Receipt = {
  planName: string;
  features: PlanFeature[];
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  paidOn: Date;
  invoiceNumber: string | null;
  card: { brand: string; last4: string } | null;
  /** The end of the period that was paid for. */
  periodEnd: Date;
};

/** What a user's payment bought, from the mirror; null for anybody else's payment. Settle the return first. */
export async function receiptOf(userId: string, paymentIntent: string): Promise<Receipt | null> {
  const [row] = await db
    .select({
      productId: products.id,
      planName: products.name,
      amount: paymentIntents.amountReceived,
      currency: paymentIntents.currency,
      paidOn: paymentIntents.created,
      invoiceNumber: invoices.number,
      brand: paymentMethods.cardBrand,
      last4: paymentMethods.cardLast4,
      periodEnd: subscriptionItems.currentPeriodEnd,
    })
    .from(billingCustomers)
    .innerJoin(paymentIntents, eq(paymentIntents.customer, billingCustomers.stripeCustomerId))
    .innerJoin(invoicePayments, eq(invoicePayments.paymentIntent, paymentIntents.id))
    .innerJoin(invoices, eq(invoices.id, invoicePayments.invoice))
    .innerJoin(
      subscriptionItems,
      and(eq(subscriptionItems.subscription, invoices.subscription), eq(subscriptionItems.metered, false)),
    )
    .innerJoin(products, eq(products.id, subscriptionItems.product))
    .leftJoin(paymentMethods, eq(paymentMethods.id, paymentIntents.paymentMethod))
    .where(and(eq(billingCustomers.userId, userId), eq(paymentIntents.id, paymentIntent)))
    .limit(1);
  if (!row || row.amount === null || !row.currency || !row.paidOn) return null;
  const { productId, brand, last4, planName, amount, currency, paidOn, invoiceNumber, periodEnd } = row;
  const card = brand && last4 ? { brand, last4 } : null;
  return {
    planName: planName ?? "Your plan",
    features: await planFeatures(productId),
    amount,
    currency,
    paidOn,
    invoiceNumber,
    card,
    periodEnd,
  };
}
