import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { givenBackBy } from "../queries/given-back";

/** Tells somebody that money comes back to them. */
export default job("refund-made", {
  payload: z.object({ refund: z.string() }),
  async run({ refund }) {
    const given = await givenBackBy(refund);
    if (given === "nobody") return;
    if (given === "incomplete") throw new Error(`What ${refund} gives back isn't in the mirror yet.`);
    if (given.status !== "succeeded") return;
    const { refundMade } = await import("../mails/refund-made");
    const letter = refundMade(given, env().APP_URL);
    await post({ key: `refund-made.${refund}`, to: given.person, letter });
  },
});
