import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { unpaidRenewal } from "../invoices/unpaid-renewal";

/** Tells a subscriber that their bank has a question before it pays for a renewal, unless it is paid meanwhile. */
export default job("payment-authentication", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const unpaid = await unpaidRenewal(invoice);
    if (!unpaid) return;
    const { paymentAuthentication } = await import("../mails/payment-authentication");
    const letter = paymentAuthentication(unpaid, env().APP_URL);
    await post({ key: `payment-authentication.${invoice}`, to: unpaid.person, letter });
  },
});
