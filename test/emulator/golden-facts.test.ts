import { describe, expect, it } from "vitest";
import { INVOICE_FACTS } from "./facts/invoices";
import type { Facts } from "./facts/lived";
import { PAYMENT_FACTS } from "./facts/payments";
import { PRORATION_FACTS } from "./facts/prorations";
import { SUBSCRIPTION_FACTS } from "./facts/subscriptions";
import facts from "./golden-facts.json" with { type: "json" };
import { useEmulator } from "./support/use-emulator";

/**
 * What was recorded from real Stripe sandboxes (the sources, MIT, stand beside each in `golden-facts.json`),
 * each lived through once more by the real SDK.
 */
const LIVED: Facts = { ...INVOICE_FACTS, ...PAYMENT_FACTS, ...PRORATION_FACTS, ...SUBSCRIPTION_FACTS };

const emulator = useEmulator();

it("each recorded fact is lived through", () => {
  expect(Object.keys(LIVED).sort()).toEqual(Object.keys(facts).sort());
});

describe("a recorded fact holds", () => {
  it.each(Object.entries(LIVED))("%s", (_id, live) => live(emulator));
});
