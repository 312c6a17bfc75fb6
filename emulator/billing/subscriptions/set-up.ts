import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/**
 * Lets the subscription that waits for a SetupIntent follow its success: it waits no more, and keeps the payment method
 * where its settings say so. Emits `customer.subscription.updated`.
 * https://docs.stripe.com/api/subscriptions/object#subscription_object-pending_setup_intent
 */
export function subscriptionSetUp(
  work: Work,
  { customer, id, payment_method: method }: Held<"setup_intent">,
): void {
  if (customer === null) return;
  const waiting = work.store
    .list("subscription", "customer", customer)
    .find(({ pending_setup_intent: pending }) => pending === id);
  if (!waiting) return;
  const before = work.snapshot(waiting);
  const kept = waiting.payment_settings?.save_default_payment_method === "on_subscription";
  const ready = work.store.update("subscription", waiting.id, {
    pending_setup_intent: null,
    ...(kept ? { default_payment_method: method } : {}),
  });
  work.emit("customer.subscription.updated", ready, before);
}
