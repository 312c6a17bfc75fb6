import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { givenBackBy } from "../queries/given-back";

/** Tells somebody that money which was to come back to them hasn't arrived. */
export default job("refund-failed", {
  payload: z.object({ refund: z.string() }),
  async run({ refund }) {
    const given = await givenBackBy(refund);
    if (given === "nobody") return;
    if (given === "incomplete") throw new Error(`What ${refund} gives back isn't in the mirror yet.`);
    if (given.status !== "failed") return;
    const { refundFailed } = await import("../mails/refund-failed");
    const letter = refundFailed(given, env().APP_URL);
    await post({ key: `refund-failed.${refund}`, to: given.person, letter });
  },
});
