import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { periodEndOf } from "../subscriptions/period";
import { asPreview, nextInvoice } from "./preview";

type Subscription = Held<"subscription">;

/** Whether a subscription of the status renews by itself. */
const RENEWS: Readonly<Record<Subscription["status"], boolean>> = {
  active: true,
  canceled: false,
  incomplete: false,
  incomplete_expired: false,
  past_due: true,
  paused: false,
  trialing: true,
  unpaid: false,
};

/**
 * Announces the invoice that a subscription comes to when its period is over. Emits `invoice.upcoming` with what it
 * would be now. https://docs.stripe.com/billing/subscriptions/webhooks#events
 */
export function announceUpcoming(work: Work, { subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (!subscription || !RENEWS[subscription.status]) return;
  const ends = subscription.cancel_at !== null && subscription.cancel_at <= periodEndOf(work, subscription);
  if (ends) return;
  const { balance } = work.store.must("customer", subscription.customer);
  const shown = work.store.aside(() =>
    work.snapshot(asPreview(nextInvoice({ ...work, emit: () => {} }, subscription), balance)),
  );
  work.emit("invoice.upcoming", { ...shown, object: "invoice" });
}
