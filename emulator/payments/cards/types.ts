import type Stripe from "stripe";

/** Why an issuer says no, as Stripe puts it into a card error, a charge's outcome and `last_payment_error`. */
export type Decline = {
  readonly code:
    | "card_declined"
    | "expired_card"
    | "incorrect_cvc"
    | "incorrect_number"
    | "processing_error"
    | "authentication_required";
  readonly declineCode: string | null;
  readonly message: string;
  readonly adviceCode: "try_again_later" | "do_not_try_again" | null;
  readonly networkDeclineCode: string | null;
};

export type Outcome =
  | { readonly result: "succeeded" }
  | { readonly result: "requires_action" }
  | { readonly result: "declined"; readonly decline: Decline };

/** What a card answers to, each thing that can be asked of it. */
export type CardBehaviour = {
  readonly attach: Outcome;
  readonly setup: Outcome;
  readonly chargeOnSession: Outcome;
  readonly chargeOffSession: Outcome;
  /** Off session, with a payment method that was set up for it (a passed SetupIntent or `setup_future_usage`). */
  readonly chargeOffSessionAfterSetup: Outcome;
  /** What the issuer says once the 3-D Secure challenge has been passed. */
  readonly afterChallenge: Outcome;
};

type CardCheck = "pass" | "fail" | "unavailable" | "unchecked";

export type TestCard = {
  readonly number: string;
  /** The `pm_card_*` names of the card; the first is its usual one. */
  readonly paymentMethods: readonly string[];
  readonly tokens: readonly string[];
  readonly brand: "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay";
  readonly country: string;
  readonly funding: "credit" | "debit" | "prepaid";
  readonly behaviour: CardBehaviour;
  readonly checks?: { readonly cvc?: CardCheck; readonly postalCode?: CardCheck; readonly line1?: CardCheck };
  readonly risk?: "elevated" | "highest";
  readonly dispute?: {
    readonly reason: "fraudulent" | "product_not_received" | "noncompliant";
    readonly status: Extract<Stripe.Dispute.Status, "needs_response" | "warning_needs_response">;
    readonly count: number;
  };
  readonly refund?: "pending_then_succeeded" | "succeeded_then_failed";
  readonly availableAtOnce?: true;
  /** Its bank warns of fraud soon after a charge. */
  readonly fraudWarning?: true;
};
