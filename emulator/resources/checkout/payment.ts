import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import type { Outcome } from "../../payments/cards/types";
import { cardBehind } from "../../payments/issuer";
import { paymentMethodOf } from "../../payments/payment-method-of";
import { shippingOf } from "../payment-intents/fields";

type Session = Held<"checkout.session">;
type PaymentMethod = Held<"payment_method">;

/** What is paid at once, minor units. */
export function dueOf({ amount_total }: Session): number {
  return amount_total ?? 0;
}

/** Whether its customer must bring a card: not when nothing is due and the session may do without. */
export function needsMethod(session: Session): boolean {
  if (session.mode === "setup") return true;
  if (session.mode === "subscription" && session.payment_method_collection !== "if_required") return true;
  return dueOf(session) > 0;
}

/** The payment method given: a new one, or one that is saved for the session's customer. */
export function methodFor(work: Work, session: Session, id: string | undefined): PaymentMethod {
  if (id === undefined) throw missingParam("payment_method");
  const method = paymentMethodOf(work, id, "payment_method");
  if (method.customer === null || method.customer === session.customer) return method;
  throw invalidRequest("This payment method belongs to another customer.", { param: "payment_method" });
}

/** The cards of the session's customer that it offers. https://docs.stripe.com/payments/existing-customers */
export function savedMethods(work: Work, session: Session): PaymentMethod[] {
  if (session.customer === null) return [];
  const filters = session.saved_payment_method_options?.allow_redisplay_filters ?? ["always"];
  return work.store
    .list("payment_method", "customer", session.customer)
    .filter(({ allow_redisplay: allowed }) =>
      filters.some((filter) => filter === (allowed ?? "unspecified")),
    );
}

/** What the card will answer to what the session asks of it, its holder being there. */
export function expectedAnswer(work: Work, session: Session, method: PaymentMethod): Outcome {
  const { behaviour } = cardBehind(work, method);
  return dueOf(session) > 0 ? behaviour.chargeOnSession : behaviour.setup;
}

/** What a session says about its payment. */
export function paymentFields({ asked, currency }: Session) {
  const data = asked.payment_intent_data;
  return {
    capture_method: data?.capture_method ?? ("automatic_async" as const),
    currency: currency ?? "usd",
    description: data?.description ?? null,
    metadata: mergeMetadata(null, data?.metadata),
    receipt_email: data?.receipt_email ?? null,
    setup_future_usage: data?.setup_future_usage ?? null,
    shipping: shippingOf(data?.shipping),
    statement_descriptor: data?.statement_descriptor ?? null,
    statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
    transfer_group: data?.transfer_group ?? null,
  };
}
