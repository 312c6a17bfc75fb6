import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { type BuyerQuestions, knownEmail, questionsOf } from "../resources/checkout/buyer";
import { dueOf, needsMethod, savedMethods } from "../resources/checkout/payment";
import { linesOf } from "../resources/checkout/recount";
import { type CheckoutLine, lineOf, type OptionalChoice, optionalOf } from "./checkout-goods";
import {
  type CheckoutDiscount,
  discountOf,
  type Renewal,
  renewalOf,
  type ShippingChoice,
  shippingOf,
} from "./checkout-terms";

type Session = Held<"checkout.session">;

/** A Checkout Session as its page shows it. Amounts are in minor units, times Unix seconds. */
export interface CheckoutView {
  readonly object: "payment_page";
  readonly id: string;
  readonly mode: NonNullable<Session["mode"]>;
  /** Whether it is a page of its own, a frame in the merchant's, or elements there. */
  readonly ui_mode: NonNullable<Session["ui_mode"]>;
  readonly status: NonNullable<Session["status"]>;
  readonly payment_status: Session["payment_status"];
  readonly seller: string;
  readonly currency: string;
  readonly amount_due: number;
  readonly amount_subtotal: number;
  readonly amount_tax: number;
  readonly lines: readonly CheckoutLine[];
  /** What may still be added to what is bought. */
  readonly optional_items: readonly OptionalChoice[];
  readonly discount: CheckoutDiscount | null;
  readonly allow_promotion_codes: boolean;
  /** What is paid again and again, once there is no trial any more; null where nothing recurs. */
  readonly renewal: Renewal | null;
  readonly trial_days: number | null;
  readonly trial_end: number | null;
  readonly email: string | null;
  readonly asks: BuyerQuestions;
  readonly custom_fields: Session["custom_fields"];
  /** The merchant's own words, by their place on the page. */
  readonly custom_text: Session["custom_text"];
  /** The ways what is bought can be sent; none where nothing is to choose. */
  readonly shipping_options: readonly ShippingChoice[];
  readonly needs_payment_method: boolean;
  readonly saved_payment_methods: readonly SavedMethod[];
  readonly submit_type: Session["submit_type"];
  readonly cancel_url: string | null;
  /** Where its customer goes when it is complete; null where nothing but the page tells of it. */
  readonly completion_url: string | null;
  readonly client_reference_id: string | null;
  /** The 3-D Secure challenge it waits for. */
  readonly challenge: string | null;
  readonly error: string | null;
}

interface SavedMethod {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly exp_month: number;
  readonly exp_year: number;
}

/** What a session's page says and asks, whoever draws it. */
export function checkoutView(work: Work, session: Session): CheckoutView {
  const lines = linesOf(work, session).map((item) => lineOf(work, session, item));
  const { trial_end: end, trial_period_days: days } = session.asked.subscription_data ?? {};
  return {
    object: "payment_page",
    id: session.id,
    mode: session.mode,
    ui_mode: session.ui_mode ?? "hosted_page",
    status: session.status ?? "open",
    payment_status: session.payment_status,
    seller: "Gatehouse",
    currency: session.currency ?? "usd",
    amount_due: dueOf(session),
    amount_subtotal: session.amount_subtotal ?? 0,
    amount_tax: session.total_details?.amount_tax ?? 0,
    lines,
    optional_items: optionalOf(work, session),
    discount: discountOf(work, session),
    allow_promotion_codes: session.allow_promotion_codes === true,
    renewal: renewalOf(work, session),
    trial_days: days ?? null,
    trial_end: end ?? null,
    email: knownEmail(work, session),
    asks: questionsOf(work, session),
    custom_fields: session.custom_fields,
    custom_text: session.custom_text,
    shipping_options: shippingOf(work, session),
    needs_payment_method: needsMethod(session),
    saved_payment_methods: savedMethods(work, session).flatMap(({ id, card }) =>
      card
        ? [{ id, brand: card.brand, last4: card.last4, exp_month: card.exp_month, exp_year: card.exp_year }]
        : [],
    ),
    submit_type: session.submit_type,
    cancel_url: session.cancel_url,
    completion_url: completionUrl(session),
    client_reference_id: session.client_reference_id,
    challenge: session.attempt.pending?.challenge ?? null,
    error: session.attempt.error,
  };
}

/** https://docs.stripe.com/payments/checkout/custom-success-page */
function completionUrl(session: Session): string | null {
  // Cards never send their holder away, so that what is only to be done if required never is.
  if (session.ui_mode === "embedded_page" && session.redirect_on_completion !== "always") return null;
  const url = session.success_url ?? session.return_url;
  return url?.replaceAll("{CHECKOUT_SESSION_ID}", session.id) ?? null;
}
