import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import { isRenewal } from "../invoices/renewal";
import renewalUnpaid from "../jobs/renewal-unpaid";

/** A renewal isn't paid, or a bank has a question first: it is looked at what its owner has to be told. */
export default on(["invoice.payment_failed", "invoice.payment_action_required"], async ({ event, send }) => {
  const { id, billing_reason: reason } = event.data.object;
  if (isRenewal(reason)) send(enqueuing(renewalUnpaid, { invoice: id }, { key: event.id }));
});
