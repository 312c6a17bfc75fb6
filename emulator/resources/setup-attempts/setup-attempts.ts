import { page, within } from "../../core/lists";
import { operation } from "../../core/operation";

/** Every try at a SetupIntent, newest first. https://docs.stripe.com/api/setup_attempts/list */
export const listSetupAttempts = operation("setupAttempts.list", (call) =>
  page(call, {
    kind: "setup_attempt",
    url: "/v1/setup_attempts",
    by: ["setup_intent", call.params.setup_intent],
    keep: (attempt) => within(attempt.created, call.params.created),
  }),
);
