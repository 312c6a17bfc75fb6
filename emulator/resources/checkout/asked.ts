import type { ParamsOf } from "../../core/operation";
import type { Buyer } from "./buyer";

type Params = ParamsOf<"checkout.sessions.create">;

/** What a session is to make of its subscription or payment once its customer has paid. Kept, and shown nobody. */
export interface CheckoutAsked {
  readonly customer_update: NonNullable<Params["customer_update"]> | null;
  readonly payment_intent_data: Retractable<NonNullable<Params["payment_intent_data"]>> | null;
  readonly subscription_data: NonNullable<Params["subscription_data"]> | null;
}

/** What may have been taken back by an update. */
type Retractable<Data> = { readonly [Part in keyof Data]: Data[Part] | undefined };

/** How far its customer has come. Kept, and shown on the session's page alone. */
export interface CheckoutAttempt {
  /** The PaymentIntent or SetupIntent that a refused card has left behind. */
  readonly intent: string | null;
  /** What goes on once the card's holder has passed the 3-D Secure challenge. */
  readonly pending: { readonly challenge: string; readonly method: string; readonly buyer: Buyer } | null;
  /** What the last try failed with, in words for its customer. */
  readonly error: string | null;
}
