import { BILLING_ACTIONS } from "./billing-actions";
import { PAYMENT_ACTIONS } from "./payment-actions";

/** Whatever a merchant, a customer, a bank and time may do. */
export const ACTIONS = { ...BILLING_ACTIONS, ...PAYMENT_ACTIONS } as const;
