import { customerTime } from "../billing/customer";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { type PortalView, portalView } from "./portal-view";

const TO_OPEN = 5 * 60;
const BETWEEN = 60 * 60;
const NOTED_EVERY = 60;

/**
 * What a portal shows its customer, who is noted to be there. Null once they came too late, or were away for too
 * long: five minutes to open it, an hour between two pages. https://docs.stripe.com/api/customer_portal/sessions
 */
export function visitPortal(work: Work, session: Held<"billing_portal.session">): PortalView | null {
  const customer = work.store.get("customer", session.customer ?? "");
  if (!customer) return null;
  const now = customerTime(work, customer);
  const until = session.seen === null ? session.created + TO_OPEN : session.seen + BETWEEN;
  if (now > until) return null;
  if (session.seen === null || now > session.seen + NOTED_EVERY) {
    work.store.update("billing_portal.session", session.id, { seen: now });
  }
  return portalView(work, session);
}
