import type { Held } from "../core/kinds";
import type { Decline, TestCard } from "./cards/types";

type Outcome = NonNullable<Held<"charge">["outcome"]>;

const scores = { normal: 24, elevated: 65, highest: 92 };

/** `outcome` of a charge that went through. */
export function authorized(card: TestCard): Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "approved_by_network",
    reason: card.risk === "elevated" ? "elevated_risk_level" : null,
    risk_level: card.risk ?? "normal",
    risk_score: scores[card.risk ?? "normal"],
    seller_message: "Payment complete.",
    type: "authorized",
  };
}

/** `outcome` of a charge that was refused, by the issuer or by Stripe's own fraud rules. */
export function refused(card: TestCard, decline: Decline): Outcome {
  const blocked = card.risk === "highest";
  return {
    advice_code: decline.adviceCode,
    network_advice_code: null,
    network_decline_code: decline.networkDeclineCode,
    network_status: blocked ? "not_sent_to_network" : "declined_by_network",
    reason: blocked ? "highest_risk_level" : decline.declineCode,
    risk_level: card.risk ?? "normal",
    risk_score: scores[card.risk ?? "normal"],
    seller_message: blocked
      ? "Stripe blocked this payment as too risky."
      : "The bank did not return any further details with this decline.",
    type: blocked ? "blocked" : "issuer_declined",
  };
}
