import { operation } from "../../core/operation";
import { balanceOf } from "../../payments/available";

/** https://docs.stripe.com/api/balance/balance_retrieve */
export const retrieveBalance = operation("balance.retrieve", (call) => balanceOf(call));
