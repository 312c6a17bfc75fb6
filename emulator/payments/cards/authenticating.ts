import {
  accepts,
  authenticatesAlways,
  authenticatesOnSession,
  authenticatesThenDeclines,
  authenticatesThenDeclinesEverywhere,
  authenticatesUnlessSetUp,
} from "./behaviours";
import { genericDecline, insufficientFunds, processingError } from "./declines";
import { testCard } from "./test-card";
import type { TestCard } from "./types";

/** Cards that ask for 3-D Secure. Numbers and names: https://docs.stripe.com/testing */
export const authenticatingCards: readonly TestCard[] = [
  testCard("4000002500003155", ["authenticationRequiredOnSetup"], authenticatesUnlessSetUp, {
    country: "FR",
  }),
  testCard("4000002760003184", ["authenticationRequired"], authenticatesAlways, { country: "DE" }),
  testCard("4000003800000446", ["authenticationRequiredSetupForOffSession"], authenticatesOnSession, {
    country: "HR",
  }),
  testCard(
    "4000008260003178",
    ["authenticationRequiredChargeDeclinedInsufficientFunds"],
    authenticatesThenDeclinesEverywhere(insufficientFunds),
    { country: "GB" },
  ),
  testCard("4000000000003220", ["threeDSecure2Required"], authenticatesAlways),
  testCard(
    "4000008400001629",
    ["threeDSecureRequiredChargeDeclined"],
    authenticatesThenDeclines(genericDecline),
  ),
  testCard(
    "4000008400001280",
    ["threeDSecureRequiredProcessingError"],
    authenticatesThenDeclines(processingError),
  ),
  testCard("4000000000003055", ["threeDSecureOptional"], accepts),
  testCard("4000000000003097", ["threeDSecureOptionalProcessingError"], accepts),
  testCard("4000000000003063", ["threeDSecureRequired"], authenticatesAlways),
];
