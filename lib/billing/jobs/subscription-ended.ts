import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { toldOf } from "../queries/told-of";
import { isLive } from "../status";

/** Tells a subscriber that their plan is over. What was begun and never paid for is no plan. */
export default job("subscription-ended", {
  payload: z.object({ subscription: z.string() }),
  async run({ subscription }) {
    const told = await toldOf(subscription);
    if (told === "nobody") return;
    if (told === "incomplete") throw new Error(`What ${subscription} was for isn't in the mirror yet.`);
    if (isLive(told.status) || !told.begun) return;
    const { subscriptionEnded } = await import("../mails/subscription-ended");
    const letter = subscriptionEnded(told, env().APP_URL);
    await post({ key: `subscription-ended.${subscription}`, to: told.person, letter });
  },
});
