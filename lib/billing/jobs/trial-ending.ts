import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { toldOf } from "../queries/told-of";

/** Tells somebody that their trial ends, unless they have canceled and know. */
export default job("trial-ending", {
  payload: z.object({ subscription: z.string() }),
  async run({ subscription }) {
    const told = await toldOf(subscription);
    if (told === "nobody") return;
    if (told === "incomplete") throw new Error(`What ${subscription} is for isn't in the mirror yet.`);
    const { status, trialEnd, endsAt } = told;
    if (status !== "trialing" || trialEnd === null || endsAt !== null) return;
    const { trialEnding } = await import("../mails/trial-ending");
    const letter = trialEnding({ ...told, trialEnd }, env().APP_URL);
    await post({
      ...{ key: `trial-ending.${subscription}.${trialEnd.getTime()}`, to: told.person, letter },
      reminder: "trial_ending",
    });
  },
});
