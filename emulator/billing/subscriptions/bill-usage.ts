import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { putInvoiceItem } from "../invoices/invoice-item";
import { usageLine } from "../invoices/item-lines";

/**
 * Puts what a metered item was used for in the period that runs into the store as a pending item, `now` (unix
 * seconds) included; nothing where it wasn't used. Emits `invoiceitem.created`.
 * https://docs.stripe.com/billing/subscriptions/billing-mode/compare
 */
export function billUsage(
  work: Work,
  subscription: Held<"subscription">,
  item: Held<"subscription_item">,
  now: number,
): void {
  const line = usageLine(work, item, { start: item.current_period_start, end: now + 1 });
  if (line.quantity === 0) return;
  putInvoiceItem(work, {
    amount: line.amount,
    currency: subscription.currency,
    customer: subscription.customer,
    date: now,
    description: line.description,
    parent: {
      subscription_details: { subscription: subscription.id, subscription_item: item.id },
      type: "subscription_details",
    },
    period: line.period,
    pricing: line.pricing,
    quantity: line.quantity ?? 0,
    test_clock: subscription.test_clock,
  });
}
