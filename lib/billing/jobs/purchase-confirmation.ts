import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { billedBy } from "../queries/billed";

/** Writes to the buyer of a new subscription. A customer who isn't a user of ours has bought elsewhere. */
export default job("purchase-confirmation", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const billed = await billedBy(invoice);
    if (billed === "nobody") return;
    // Stripe may tell of the payment before it tells of what was paid for.
    if (billed === "incomplete") throw new Error(`What ${invoice} bought isn't in the mirror yet.`);
    const { purchaseConfirmation } = await import("../mails/purchase-confirmation");
    const letter = purchaseConfirmation(billed, env().APP_URL);
    await post({ key: `purchase-confirmation.${invoice}`, to: billed.person, letter });
  },
});
