import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import { idOf } from "../ids";
import keepHostedTrial from "../jobs/keep-hosted-trial";

/** Somebody has bought on Stripe's page: whether they come back from it or not, a trial is one a person. */
export default on("checkout.session.completed", async ({ event, send }) => {
  const { metadata, subscription } = event.data.object;
  const id = idOf(subscription);
  if (metadata?.slot && id) send(enqueuing(keepHostedTrial, { subscription: id }, { key: id }));
});
