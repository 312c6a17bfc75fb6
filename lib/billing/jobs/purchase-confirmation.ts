import { z } from "zod";
import { sendMail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { purchaseConfirmation } from "../mails/purchase-confirmation";
import { purchaseOf } from "../queries/purchase";

/** Writes to the buyer of a new subscription. A customer who isn't a user of ours has bought elsewhere. */
export default job("purchase-confirmation", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const purchase = await purchaseOf(invoice);
    if (purchase === "nobody") return;
    // Stripe may tell of the payment before it tells of what was paid for.
    if (purchase === "incomplete") throw new Error(`What ${invoice} bought isn't in the mirror yet.`);
    const { name, email: address } = purchase.buyer;
    const written = purchaseConfirmation(purchase, env().APP_URL);
    await sendMail({ key: `purchase-confirmation.${invoice}`, to: { name, address }, ...written });
  },
});
