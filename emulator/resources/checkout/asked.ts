import type { ParamsOf } from "../../core/operation";

type Params = ParamsOf<"checkout.sessions.create">;

/** What a session is to make of its subscription or payment once its customer has paid. Kept, and shown nobody. */
export interface CheckoutAsked {
  readonly payment_intent_data: NonNullable<Params["payment_intent_data"]> | null;
  readonly subscription_data: NonNullable<Params["subscription_data"]> | null;
}
