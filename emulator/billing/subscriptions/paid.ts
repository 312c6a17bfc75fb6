import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { intentOf } from "../invoices/payment";
import { subscriptionOf } from "./of-invoice";
import { applyPendingUpdate } from "./pending-update";
import { becomeActive, isResumption } from "./resume";

type Subscription = Held<"subscription">;

/** What a payment of the latest invoice makes of a subscription. */
const AFTER_PAYMENT: Readonly<Record<Subscription["status"], Subscription["status"]>> = {
  active: "active",
  canceled: "canceled",
  incomplete: "active",
  incomplete_expired: "incomplete_expired",
  past_due: "active",
  paused: "paused",
  trialing: "trialing",
  unpaid: "active",
};

/**
 * Lets a subscription follow the payment of one of its invoices: its latest one makes it active,
 * and carries out a change or a resumption that waited for it.
 * Emits `customer.subscription.updated` when that changes anything.
 */
export function subscriptionPaid(work: Work, invoice: Held<"invoice">): void {
  const subscription = subscriptionOf(work, invoice);
  if (!subscription) return;
  const before = work.snapshot(subscription);
  const latest = subscription.latest_invoice === invoice.id;
  const method = methodToKeep(work, subscription, invoice);
  const changed = work.store.update("subscription", subscription.id, {
    status: latest ? AFTER_PAYMENT[subscription.status] : subscription.status,
    ...(method ? { default_payment_method: method } : {}),
  });
  if (latest) applyPendingUpdate(work, changed);
  if (isResumption(changed, invoice)) becomeActive(work, changed);
  work.emit("customer.subscription.updated", work.store.must("subscription", changed.id), before);
}

/** The payment method that `save_default_payment_method` asks to remember, if this payment had one. */
function methodToKeep(work: Work, subscription: Subscription, invoice: Held<"invoice">): string | null {
  if (subscription.payment_settings?.save_default_payment_method !== "on_subscription") return null;
  return intentOf(work, invoice)?.payment_method ?? null;
}
