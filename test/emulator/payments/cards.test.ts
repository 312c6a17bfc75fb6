import { describe, expect, it } from "vitest";
import { cardByNumber, cardByPaymentMethod, cardByToken, testCards } from "@/emulator/payments/cards";

describe("the test cards", () => {
  it("are 63, each number once", () => {
    expect(testCards).toHaveLength(63);
    expect(new Set(testCards.map((card) => card.number)).size).toBe(63);
  });

  it("are found by number, payment method and token", () => {
    expect(cardByNumber("4242424242424242")?.behaviour.chargeOnSession.result).toBe("succeeded");
    expect(cardByPaymentMethod("pm_card_chargeDeclined")?.number).toBe("4000000000000002");
    expect(cardByToken("tok_mastercard")?.number).toBe("5555555555554444");
    expect(cardByPaymentMethod("pm_card_nothing")).toBeNull();
  });

  it("include one that can be saved and never charged", () => {
    const behaviour = cardByNumber("4000000000000341")?.behaviour;
    expect([behaviour?.attach.result, behaviour?.setup.result, behaviour?.chargeOffSession.result]).toEqual([
      "succeeded",
      "succeeded",
      "declined",
    ]);
  });

  it("that need authentication challenge a present customer and refuse an absent one", () => {
    const behaviour = cardByNumber("4000002760003184")?.behaviour;
    expect(behaviour?.chargeOnSession.result).toBe("requires_action");
    expect(behaviour?.chargeOffSession).toMatchObject({ decline: { code: "authentication_required" } });
  });
});
