import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { subscriptionOf } from "./of-invoice";

type Subscription = Held<"subscription">;

/** What a failed payment of the latest invoice makes of a subscription. */
const AFTER_FAILURE: Readonly<Record<Subscription["status"], Subscription["status"]>> = {
  active: "past_due",
  canceled: "canceled",
  incomplete: "incomplete",
  incomplete_expired: "incomplete_expired",
  past_due: "past_due",
  paused: "paused",
  trialing: "past_due",
  unpaid: "unpaid",
};

/** Who hasn't paid for what was bought once with a trial keeps the trial. */
function statusAfter({ status }: Subscription, { billing_reason: reason }: Held<"invoice">) {
  const beginsTrial = status === "trialing" && reason === "subscription_create";
  return beginsTrial ? status : AFTER_FAILURE[status];
}

/** Lets a subscription follow the failed payment of its latest invoice. Emits `customer.subscription.updated` when that changes it. */
export function subscriptionUnpaid(work: Work, invoice: Held<"invoice">): void {
  const subscription = subscriptionOf(work, invoice);
  if (subscription?.latest_invoice !== invoice.id) return;
  const before = work.snapshot(subscription);
  const changed = work.store.update("subscription", subscription.id, {
    status: statusAfter(subscription, invoice),
  });
  work.emit("customer.subscription.updated", changed, before);
}
