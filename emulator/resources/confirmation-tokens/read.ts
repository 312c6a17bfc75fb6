import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/confirmation_tokens/retrieve */
export const retrieveConfirmationToken = operation("confirmationTokens.retrieve", (call) =>
  addressed(call, "confirmation_token"),
);
