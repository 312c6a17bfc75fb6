import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import subscriptionEnded from "../jobs/subscription-ended";

/** A subscription is over: its owner is told, once. */
export default on("customer.subscription.deleted", async ({ event, send }) => {
  const { id } = event.data.object;
  send(enqueuing(subscriptionEnded, { subscription: id }, { key: id }));
});
