import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import purchaseConfirmation from "../jobs/purchase-confirmation";

/** A subscription's first invoice is paid: its buyer gets a confirmation, one for the invoice. */
export default on("invoice.paid", async ({ event, send }) => {
  const { id, billing_reason: reason } = event.data.object;
  if (reason === "subscription_create") send(enqueuing(purchaseConfirmation, { invoice: id }, { key: id }));
});
