/** What the issuer of a card knows and Stripe shows nobody. Kept under the id of its payment method. */
export interface CardRecord {
  readonly id: string;
  readonly number: string;
  /** Saved for use without the customer, with a challenge passed where the card asked for one. */
  readonly setUp: boolean;
  /** Used without a customer, or detached from one: it may never be used again. */
  readonly spent: boolean;
  /** Payments that its bank is yet to refuse, and why; see the admin's `cards/refuse`. */
  readonly refusals?: { readonly code: string; readonly left: number };
}

/** A 3-D Secure challenge that the customer was asked to pass. Its id is in the intent's `next_action`. */
export interface Challenge {
  readonly id: string;
  /** The PaymentIntent or SetupIntent that waits for it, or the Checkout Session. */
  readonly intent: string;
  readonly status: "pending" | "passed" | "failed" | "abandoned";
  /** Where the page sends the customer afterwards; null when Stripe.js watches over it in a frame. */
  readonly returnUrl: string | null;
}
