import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import { isRenewal } from "../invoices/renewal";
import billWithdrawnUse from "../jobs/bill-withdrawn-use";

/** A renewal is withdrawn, by a pause perhaps: what was used before is owed all the same. */
export default on(
  "invoice.voided",
  async ({ event, send }) => {
    const { id } = event.data.object;
    send(enqueuing(billWithdrawnUse, { invoice: id }, { key: id }));
  },
  { when: ({ data: { object } }) => isRenewal(object.billing_reason) },
);
