import { operation } from "../core/operation";

/** The account of the key. https://docs.stripe.com/api/accounts/retrieve */
export const retrieveAccount = operation("accounts.retrieveCurrent", (call) => ({
  id: call.account,
  object: "account",
  business_profile: null,
  business_type: null,
  capabilities: { card_payments: "active", transfers: "active" },
  charges_enabled: true,
  country: "US",
  default_currency: "usd",
  details_submitted: true,
  email: null,
  payouts_enabled: true,
  settings: null,
  type: "standard",
}));
