import { countRedemption } from "../../billing/discounts/coupon";
import { readDiscounts } from "../../billing/discounts/given";
import { countPromotion } from "../../billing/discounts/promotion";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { createIntent } from "../../payments/intent";
import { charge, refuseSurprise } from "./collect";
import type { Completion, Made } from "./completion";
import { receiver } from "./customer";
import { discountsGiven } from "./discounts";
import { payByInvoice } from "./pay-by-invoice";
import { dueOf, paymentFields } from "./payment";

type Session = Held<"checkout.session">;

/** A payment made once. */
export function pay(work: Work, completion: Completion): Made {
  const { session, brought } = completion;
  if (session.invoice_creation?.enabled) return payByInvoice(work, completion);
  redeem(work, session);
  if (!brought || dueOf(session) === 0) return { payment_status: "no_payment_required" };
  const intent = intentFor(work, completion);
  refuseSurprise(charge(work, intent, brought));
  const { status } = work.store.must("payment_intent", intent.id);
  return { payment_intent: intent.id, payment_status: status === "succeeded" ? "paid" : "unpaid" };
}

/** The intent of the payment: the one a refused card has left, or a new one. */
function intentFor(work: Work, { session, customer, buyer }: Completion): Held<"payment_intent"> {
  const shipping = receiver(buyer);
  const fields = {
    ...paymentFields(session),
    amount: dueOf(session),
    customer,
    ...(shipping ? { shipping } : {}),
  };
  const saving = buyer.save ? ({ setup_future_usage: "on_session" } as const) : {};
  const left = work.store.get("payment_intent", session.attempt.intent ?? "");
  return left
    ? work.store.update("payment_intent", left.id, { ...fields, ...saving })
    : createIntent(work, { ...fields, ...saving });
}

/** A payment without an invoice has no discount of its own, but the coupon counts, if it is still good. */
function redeem(work: Work, session: Session): void {
  readDiscounts(work, discountsGiven(session), {
    amount: session.amount_subtotal ?? 0,
    currency: session.currency ?? "",
    customer: work.store.get("customer", session.customer ?? "") ?? null,
  });
  for (const { coupon, promotion_code: promotion } of session.discounts ?? []) {
    if (coupon) countRedemption(work, coupon, work.now());
    if (promotion) countPromotion(work, promotion);
  }
}
