import { enqueue } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import endRepeatedTrial from "../jobs/end-repeated-trial";
import { noteTrialsOfCard, repeatedTrials } from "../trials/trials-of-card";

/** A card is saved while a trial runs: it is known from now on, and ends the trial if somebody has tried with it before. */
export default on("payment_method.attached", async ({ event, tx }) => {
  const { id } = event.data.object;
  for (const subscription of await repeatedTrials(tx, id)) {
    await enqueue(tx, endRepeatedTrial, { subscription }, { key: subscription });
  }
  await noteTrialsOfCard(tx, id);
});
