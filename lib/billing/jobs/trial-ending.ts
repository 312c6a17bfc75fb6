import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { toldOf } from "../queries/told-of";
import { paymentAfterTrial } from "../trials/payment-after-trial";

/** Tells somebody that their trial ends and what that costs, unless they have canceled and know, or nothing is collected. */
export default job("trial-ending", {
  payload: z.object({ subscription: z.string() }),
  async run({ subscription }) {
    const told = await toldOf(subscription);
    if (told === "nobody") return;
    if (told === "incomplete") throw new Error(`What ${subscription} is for isn't in the mirror yet.`);
    const { status, trialEnd, endsAt, paused } = told;
    if (status !== "trialing" || trialEnd === null || endsAt !== null || paused) return;
    const payment = told.card && (await paymentAfterTrial(subscription));
    if (told.card && !payment) return;
    const { trialEnding } = await import("../mails/trial-ending");
    const letter = trialEnding({ ...told, trialEnd, payment }, env().APP_URL);
    await post({
      ...{ key: `trial-ending.${subscription}.${trialEnd.getTime()}`, to: told.person, letter },
      reminder: "trial_ending",
    });
  },
});
