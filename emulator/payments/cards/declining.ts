import { declinesAlways, declinesCharges } from "./behaviours";
import {
  expiredCard,
  genericDecline,
  incorrectCvc,
  incorrectNumber,
  insufficientFunds,
  lostCard,
  processingError,
  stolenCard,
  velocityExceeded,
} from "./declines";
import { testCard } from "./test-card";
import type { TestCard } from "./types";

/** Cards that are declined. Numbers and names: https://docs.stripe.com/testing */
export const decliningCards: readonly TestCard[] = [
  testCard("4000000000000002", ["visa_chargeDeclined", "chargeDeclined"], declinesAlways(genericDecline)),
  testCard(
    "4000000000009995",
    ["visa_chargeDeclinedInsufficientFunds", "chargeDeclinedInsufficientFunds"],
    declinesAlways(insufficientFunds),
  ),
  testCard("4000000000009987", ["visa_chargeDeclinedLostCard"], declinesAlways(lostCard)),
  testCard("4000000000009979", ["visa_chargeDeclinedStolenCard"], declinesAlways(stolenCard)),
  testCard("4000000000000069", ["chargeDeclinedExpiredCard"], declinesAlways(expiredCard)),
  testCard("4000000000000127", ["chargeDeclinedIncorrectCvc"], declinesAlways(incorrectCvc)),
  testCard("4000000000000119", ["chargeDeclinedProcessingError"], declinesAlways(processingError)),
  testCard("4242424242424241", [], declinesAlways(incorrectNumber)),
  testCard(
    "4000000000006975",
    ["visa_chargeDeclinedVelocityLimitExceeded"],
    declinesAlways(velocityExceeded),
  ),
  testCard("4000000000000341", ["chargeCustomerFail"], declinesCharges(genericDecline)),
];
