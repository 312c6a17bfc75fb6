import { on } from "@/lib/stripe/webhooks/on";
import { endingRepeatedTrials, notingTrialsOfCard } from "../trials/trials-of-card";

/** A card is saved while a trial runs: it is known from now on, and ends the trial if somebody has tried with it before. */
export default on("payment_method.attached", async ({ event, send }) => {
  const { id } = event.data.object;
  send(endingRepeatedTrials(id));
  send(notingTrialsOfCard(id));
});
