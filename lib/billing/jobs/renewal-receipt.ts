import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { billedBy } from "../queries/billed";

/** Tells a subscriber what a renewal has cost, if they want to hear of it. */
export default job("renewal-receipt", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const billed = await billedBy(invoice);
    if (billed === "nobody") return;
    if (billed === "incomplete") throw new Error(`What ${invoice} renewed isn't in the mirror yet.`);
    if (billed.amount === 0) return;
    const { renewalReceipt } = await import("../mails/renewal-receipt");
    const letter = renewalReceipt(billed, env().APP_URL);
    await post({
      ...{ key: `renewal-receipt.${invoice}`, to: billed.person, letter },
      reminder: "renewal_receipt",
    });
  },
});
