import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { unpaidRenewal } from "../invoices/unpaid-renewal";

/** Tells a subscriber that a renewal couldn't be paid, unless it has been meanwhile. */
export default job("payment-failed", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const unpaid = await unpaidRenewal(invoice);
    if (!unpaid) return;
    const { paymentFailed } = await import("../mails/payment-failed");
    const letter = paymentFailed(unpaid, env().APP_URL);
    await post({ key: `payment-failed.${invoice}`, to: unpaid.person, letter });
  },
});
