import { type EventType, inOrder, quietAbout } from "../../billing/in-order";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { cancelIntent } from "../../payments/cancel";
import type { Buyer } from "./buyer";
import type { Brought } from "./collect";
import { COMPLETIONS } from "./completions";
import { answered } from "./custom-fields";
import { customerFor, detailsOf } from "./customer";

type Session = Held<"checkout.session">;

/** The events of a session that completes, in the order they were seen in Stripe's log. */
const COMPLETION_EVENTS: readonly EventType[] = [
  "charge.succeeded",
  "charge.dispute.created",
  "charge.dispute.funds_withdrawn",
  "payment_method.attached",
  "setup_intent.created",
  "setup_intent.succeeded",
];

const AFTER_COMPLETION: Readonly<Record<NonNullable<Session["mode"]>, readonly EventType[]>> = {
  payment: [
    "payment_intent.succeeded",
    "payment_intent.amount_capturable_updated",
    "payment_intent.created",
    "checkout.session.completed",
    "customer.created",
    "customer.updated",
    "customer.tax_id.created",
    "invoiceitem.created",
    "invoice.created",
    "invoice.finalized",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
    "invoice_payment.paid",
  ],
  setup: ["checkout.session.completed", "customer.created", "customer.updated", "customer.tax_id.created"],
  subscription: [
    "checkout.session.completed",
    "customer.created",
    "customer.updated",
    "customer.tax_id.created",
    "customer.discount.created",
    "customer.subscription.created",
    "customer.subscription.updated",
    "payment_intent.succeeded",
    "payment_intent.created",
    "payment_intent.canceled",
    "invoiceitem.created",
    "invoice.created",
    "invoice.finalized",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
    "invoice_payment.paid",
    "customer.subscription.trial_will_end",
    "entitlements.active_entitlement_summary.updated",
  ],
};

/** Gives the customer what they came for, and ends the session. https://docs.stripe.com/payments/checkout/fulfillment */
export function completeCheckout(
  work: Work,
  session: Session,
  buyer: Buyer,
  brought: Brought | null,
): Session {
  const after = AFTER_COMPLETION[session.mode];
  const order = [...COMPLETION_EVENTS, ...after];
  return inOrder(
    work,
    () => order,
    (noted) => {
      const known = noted.store.get("customer", session.customer ?? "");
      const before = known && noted.snapshot(known);
      const quiet = quietAbout(noted, "customer.updated");
      const customer = customerFor(quiet, session, buyer);
      const made = COMPLETIONS[session.mode](quiet, {
        brought,
        buyer,
        customer: customer?.id ?? null,
        session,
      });
      abandonOthers(noted, session, made.payment_intent ?? null);
      if (customer) {
        const now = noted.store.must("customer", customer.id);
        if (before) noted.emit("customer.updated", now, before);
        else noted.emit("customer.created", now);
      }
      const complete = noted.store.update("checkout.session", session.id, {
        attempt: { error: null, intent: null, pending: null },
        client_secret: null,
        collected_information: buyer.shipping && {
          business_name: null,
          individual_name: null,
          shipping_details: buyer.shipping,
        },
        consent: buyer.consent,
        custom_fields: answered(session.custom_fields, buyer.answers),
        customer: customer?.id ?? null,
        customer_details: detailsOf(noted, buyer, customer),
        status: "complete",
        url: null,
        ...made,
      });
      noted.emit("checkout.session.completed", complete);
      return complete;
    },
  );
}

/** What refused cards have left behind is of no use any more. */
export function abandonOthers(work: Work, { attempt }: Session, used: string | null): void {
  const left = work.store.get("payment_intent", attempt.intent ?? "");
  if (left && left.id !== used) cancelIntent(work, left, "abandoned");
}
