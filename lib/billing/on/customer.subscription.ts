import { on } from "@/lib/stripe/webhooks/on";
import { following } from "../follow-subscription";
import { notingTrial } from "../trials/note-trial";

/** Whatever happens to a subscription, here or in Stripe's dashboard, its owner's place follows it, and a trial is remembered. */
export default on(
  [
    "customer.subscription.created",
    "customer.subscription.updated",
    "customer.subscription.deleted",
    "customer.subscription.paused",
    "customer.subscription.resumed",
  ],
  async ({ event, send }) => {
    const { id, trial_start } = event.data.object;
    send(following(id));
    if (trial_start !== null) send(notingTrial(id));
  },
);
