import type { PortalOffer } from "../../../hosted/portal-offers";
import type { PortalItem, PortalSubscription } from "../../../hosted/portal-view";
import { formatMoney } from "../../money";
import { rhythm } from "../checkout/words";
import { day } from "../words";

/** "$9.00 per month". */
export function priceText(
  priced: Pick<PortalOffer, "currency" | "interval" | "interval_count" | "unitAmount">,
): string {
  const { currency, unitAmount } = priced;
  return unitAmount === null
    ? `Priced by quantity, ${rhythm(priced)}`
    : `${formatMoney(unitAmount, currency)} ${rhythm(priced)}`;
}

/** "Reader × 3". */
export function itemText({ name, quantity }: PortalItem): string {
  return quantity === 1 ? name : `${name} × ${quantity}`;
}

const STANDING: Readonly<Record<PortalSubscription["status"], string>> = {
  active: "Renews on",
  canceled: "Ended on",
  incomplete: "Not paid yet; it began for the period to",
  incomplete_expired: "Never paid",
  past_due: "Its last payment failed. The period ends on",
  paused: "Paused since its trial ended on",
  trialing: "Free until",
  unpaid: "Its last payments failed. The period ends on",
};

/** What is to come of a subscription by itself. */
export function standing({ ends, paused, periodEnd, planned, status }: PortalSubscription): string {
  if (ends !== null) return `Ends on ${day(ends)}.`;
  if (paused)
    return paused.resumes === null
      ? "Payments are paused."
      : `Payments are paused until ${day(paused.resumes)}.`;
  if (planned) return `Changes on ${day(periodEnd)}.`;
  return `${STANDING[status]} ${day(periodEnd)}.`;
}

type Reason =
  | "customer_service"
  | "low_quality"
  | "missing_features"
  | "other"
  | "switched_service"
  | "too_complex"
  | "too_expensive"
  | "unused";

/** Why somebody goes, as they would say it. */
export const REASONS: Readonly<Record<Reason, string>> = {
  customer_service: "I wasn't helped well",
  low_quality: "It is less good than I expected",
  missing_features: "I need more than it can do",
  other: "Something else",
  switched_service: "I found another one",
  too_complex: "It is too complicated",
  too_expensive: "It costs too much",
  unused: "I don't use it enough",
};
