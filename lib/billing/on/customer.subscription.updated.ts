import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import subscriptionCanceled from "../jobs/subscription-canceled";

/** A subscription is to end on a day to come: its owner gets that confirmed, once for each time they decide so. */
export default on("customer.subscription.updated", async ({ event, send }) => {
  const { id, cancel_at: at, cancel_at_period_end: withPeriod, canceled_at: canceledAt } = event.data.object;
  if (!canceledAt || !(at || withPeriod)) return;
  send(enqueuing(subscriptionCanceled, { subscription: id, canceledAt }, { key: `${id}:${canceledAt}` }));
});
