import { on } from "@/lib/stripe/webhooks/on";
import { following } from "../follow-subscription";

/** Whatever happens to a subscription, here or in Stripe's dashboard, its owner's place follows it. */
export default on(
  [
    "customer.subscription.created",
    "customer.subscription.updated",
    "customer.subscription.deleted",
    "customer.subscription.paused",
    "customer.subscription.resumed",
  ],
  async ({ event, send }) => send(following(event.data.object.id)),
);
