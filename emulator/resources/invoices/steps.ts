import { type EventType, inOrder } from "../../billing/in-order";
import { finalize } from "../../billing/invoices/finalize";
import { followAdvance } from "../../billing/invoices/follow-advance";
import { payInvoice } from "../../billing/invoices/pay";
import { noteUnfit, unfit, unfitness } from "../../billing/invoices/unfit";
import { markUncollectible, voidInvoice } from "../../billing/invoices/void";
import { invalidRequest } from "../../core/errors";
import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";

const FINALIZATION_EVENTS: readonly EventType[] = [
  "customer.updated",
  "invoice.finalized",
  "invoice.updated",
  "payment_intent.created",
  "customer.subscription.updated",
  "invoice.paid",
  "invoice.payment_succeeded",
  "entitlements.active_entitlement_summary.updated",
];

/** https://docs.stripe.com/api/invoices/finalize */
export const finalizeInvoice = operation("invoices.finalizeInvoice", (call) => {
  const invoice = addressed(call, "invoice");
  if (invoice.status !== "draft") {
    throw invalidRequest("This invoice is already finalized, you can't re-finalize a non-draft invoice.");
  }
  const { auto_advance } = call.params;
  if (auto_advance !== undefined) call.store.update("invoice", invoice.id, { auto_advance });
  const draft = call.store.must("invoice", invoice.id);
  const reason = unfitness(call, draft);
  if (reason) {
    noteUnfit(call, draft, reason);
    throw unfit(reason, true);
  }
  const before = call.snapshot(draft);
  return inOrder(
    call,
    () => FINALIZATION_EVENTS,
    (noted) => {
      const closed = followAdvance(noted, finalize(noted, draft));
      if (closed.status === "open") noted.emit("invoice.updated", closed, before);
      return closed;
    },
  );
});

/** https://docs.stripe.com/api/invoices/pay */
export const payInvoiceOperation = operation("invoices.pay", (call) =>
  payInvoice(call, addressed(call, "invoice"), call.params),
);

/** https://docs.stripe.com/api/invoices/void */
export const voidInvoiceOperation = operation("invoices.voidInvoice", (call) => {
  const invoice = addressed(call, "invoice");
  if (invoice.status === "paid") throw invalidRequest("Invoices with `paid` payments cannot be voided.");
  if (invoice.status !== "open") throw notOpen();
  return voidInvoice(call, invoice);
});

/** https://docs.stripe.com/api/invoices/mark_uncollectible */
export const markInvoiceUncollectible = operation("invoices.markUncollectible", (call) => {
  const invoice = addressed(call, "invoice");
  if (invoice.status === "uncollectible") {
    throw invalidRequest("This invoice has already been marked uncollectible.");
  }
  if (invoice.status !== "open") throw notOpen();
  return markUncollectible(call, invoice);
});

/** https://docs.stripe.com/api/invoices/send */
export const sendInvoice = operation("invoices.sendInvoice", (call) => {
  const invoice = addressed(call, "invoice", "invoice");
  if (invoice.status !== "draft" && invoice.status !== "open") {
    throw invalidRequest(
      "This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help.",
    );
  }
  const open = invoice.status === "draft" ? finalize(call, invoice) : invoice;
  call.emit("invoice.sent", open);
  return open;
});

/** Only a draft that is of no subscription; its invoice items go on belonging to it. https://docs.stripe.com/api/invoices/delete */
export const deleteInvoice = operation("invoices.del", (call) => {
  const invoice = addressed(call, "invoice", "invoice");
  if (invoice.status !== "draft") throw invalidRequest("You can only delete draft invoices.");
  if (invoice.parent?.subscription_details) {
    throw invalidRequest(
      "The invoices of subscriptions can't be deleted. Finalize and void this one instead.",
    );
  }
  call.emit("invoice.deleted", invoice);
  return remove(call, "invoice", invoice.id);
});

function notOpen() {
  return invalidRequest("You can only pass in open invoices. This invoice isn't open.");
}
