import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";

/** Queues the end of a pause that has one. https://docs.stripe.com/billing/subscriptions/pause-payment */
export function scheduleResumption(work: Work, subscription: Held<"subscription">): void {
  const at = subscription.pause_collection?.resumes_at;
  if (at === null || at === undefined) return;
  work.schedule({
    at,
    clock: subscription.test_clock,
    name: "subscription.resume",
    subject: subscription.id,
  });
}

/** Ends a pause whose time has come, unless it was changed since. Emits `customer.subscription.updated`. */
export function resumeCollection(work: Work, { subject, at }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (subscription?.pause_collection?.resumes_at !== at) return;
  const before = work.snapshot(subscription);
  const resumed = work.store.update("subscription", subject, { pause_collection: null });
  work.emit("customer.subscription.updated", resumed, before);
}
