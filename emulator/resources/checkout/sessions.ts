import { countedPage } from "../../core/counted-page";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { abandonChallenges } from "../../payments/challenge";
import { abandonOthers } from "./complete";

type Session = Held<"checkout.session">;

export const retrieveCheckoutSession = operation("checkout.sessions.retrieve", (call) =>
  addressed(call, "checkout.session"),
);

/** https://docs.stripe.com/api/checkout/sessions/list */
export const listCheckoutSessions = operation("checkout.sessions.list", (call) => {
  const { created, customer, customer_details: details, payment_intent, status, subscription } = call.params;
  return page(call, {
    kind: "checkout.session",
    url: "/v1/checkout/sessions",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (session) =>
      within(session.created, created) &&
      (details === undefined || session.customer_details?.email === details.email) &&
      (payment_intent === undefined || session.payment_intent === payment_intent) &&
      (status === undefined || session.status === status) &&
      (subscription === undefined || session.subscription === subscription),
  });
});

/** https://docs.stripe.com/api/checkout/sessions/line_items */
export const listCheckoutLineItems = operation("checkout.sessions.listLineItems", (call) => {
  const session = addressed(call, "checkout.session");
  const items = (session.line_items ?? []).map((id) => call.store.must("item", id));
  return countedPage(call.params, items, {
    noun: "line item",
    url: `/v1/checkout/sessions/${session.id}/line_items`,
  });
});

/** Nobody can complete it any more. https://docs.stripe.com/api/checkout/sessions/expire */
export const expireCheckoutSession = operation("checkout.sessions.expire", (call) => {
  const session = addressed(call, "checkout.session");
  if (session.status === "open") return expire(call, session);
  throw invalidRequest(
    `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}`,
    { param: "session" },
  );
});

/** A session's time is over. */
export function expireWhenOpen(work: Work, { subject }: Job): void {
  const session = work.store.get("checkout.session", subject);
  if (session?.status === "open") expire(work, session);
}

function expire(work: Work, session: Session): Session {
  abandonChallenges(work, session.id);
  abandonOthers(work, session, null);
  const expired = work.store.update("checkout.session", session.id, {
    attempt: { error: null, intent: null, pending: null },
    client_secret: null,
    status: "expired",
    url: null,
  });
  work.emit("checkout.session.expired", expired);
  return expired;
}
