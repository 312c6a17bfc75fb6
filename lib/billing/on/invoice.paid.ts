import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import { isRenewal } from "../invoices/renewal";
import purchaseConfirmation from "../jobs/purchase-confirmation";
import renewalReceipt from "../jobs/renewal-receipt";

/** A subscription's first invoice is paid: its buyer gets a confirmation, one for the invoice. Later ones have a receipt. */
export default on("invoice.paid", async ({ event, send }) => {
  const { id, billing_reason: reason } = event.data.object;
  if (reason === "subscription_create") send(enqueuing(purchaseConfirmation, { invoice: id }, { key: id }));
  if (isRenewal(reason)) send(enqueuing(renewalReceipt, { invoice: id }, { key: id }));
});
