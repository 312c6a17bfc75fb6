import { accepts, declinesCharges } from "./behaviours";
import { fraudulent } from "./declines";
import { testCard } from "./test-card";
import type { TestCard } from "./types";

/** Cards that fraud rules or address and security code checks look at. Numbers and names: https://docs.stripe.com/testing */
export const scrutinisedCards: readonly TestCard[] = [
  testCard("4100000000000019", ["radarBlock"], declinesCharges(fraudulent), { risk: "highest" }),
  testCard("4000000000004954", ["riskLevelHighest"], declinesCharges(fraudulent), { risk: "highest" }),
  testCard("4000000000009235", ["riskLevelElevated"], accepts, { risk: "elevated" }),
  testCard("4000000000000101", ["cvcCheckFail"], accepts, { checks: { cvc: "fail" } }),
  testCard("4000000000000036", ["avsZipFail"], accepts, { checks: { postalCode: "fail" } }),
  testCard("4000000000000028", ["avsLine1Fail"], accepts, { checks: { line1: "fail" } }),
  testCard("4000000000000010", ["avsFail"], accepts, { checks: { line1: "fail", postalCode: "fail" } }),
  testCard("4000000000000044", ["avsUnchecked"], accepts, {
    checks: { line1: "unavailable", postalCode: "unavailable" },
  }),
];
