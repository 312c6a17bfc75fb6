import { z } from "zod";
import { db } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { job } from "@/lib/jobs/job";
import { unpaidRenewal } from "../invoices/unpaid-renewal";
import paymentAuthentication from "./payment-authentication";
import paymentFailed from "./payment-failed";

/**
 * Sees what a subscriber has to be told about a renewal that isn't paid: that it failed, or that their bank has a question.
 * Stripe may tell of both at once, in any order, and again at every attempt: each is written once for an invoice.
 */
export default job("renewal-unpaid", {
  payload: z.object({ invoice: z.string() }),
  async run({ invoice }) {
    const unpaid = await unpaidRenewal(invoice);
    if (!unpaid) return;
    const mail = unpaid.waitsForBank ? paymentAuthentication : paymentFailed;
    await enqueue(db, mail, { invoice }, { key: invoice });
  },
});
