import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { accessFor } from "../access";
import { toldOf } from "../queries/told-of";
import { isRunning } from "../status";

/** Confirms a cancellation that is still to come, unless it was taken back. */
export default job("subscription-canceled", {
  payload: z.object({ subscription: z.string(), canceledAt: z.number() }),
  async run({ subscription, canceledAt }) {
    const told = await toldOf(subscription);
    if (told === "nobody") return;
    if (told === "incomplete") throw new Error(`What ${subscription} is for isn't in the mirror yet.`);
    const { endsAt, status } = told;
    if (endsAt === null || !isRunning(status) || status === "canceled") return;
    const { subscriptionCanceled } = await import("../mails/subscription-canceled");
    const { features } = await accessFor(told.person.id);
    const reasons = features.map(({ reason }) => reason);
    const staysOpen = reasons.includes("ending") && !reasons.includes("grace");
    const owes = status === "past_due" || status === "unpaid";
    const letter = subscriptionCanceled({ ...told, endsAt, staysOpen, owes }, env().APP_URL);
    await post({ key: `subscription-canceled.${subscription}.${canceledAt}`, to: told.person, letter });
  },
});
