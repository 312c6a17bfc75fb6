import { enqueue } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import purchaseConfirmation from "../jobs/purchase-confirmation";

/** A subscription's first invoice is paid: its buyer gets a confirmation, one for the invoice. */
export default on("invoice.paid", async ({ event, tx }) => {
  const { id, billing_reason: reason } = event.data.object;
  if (reason === "subscription_create") await enqueue(tx, purchaseConfirmation, { invoice: id }, { key: id });
});
