import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import trialEnding from "../jobs/trial-ending";

/** A trial ends in three days: its owner is told, once for the day. A trial made longer is told of again. */
export default on("customer.subscription.trial_will_end", async ({ event, send }) => {
  const { id, trial_end: end } = event.data.object;
  send(enqueuing(trialEnding, { subscription: id }, { key: `${id}:${end}` }));
});
