import { describe, expect, it } from "vitest";
import { settle } from "@/emulator/billing/settlement";

describe("what an invoice asks for", () => {
  it("is its total when it can be charged", () => {
    expect(settle(1000, 0, "usd")).toEqual({ amountDue: 1000, endingBalance: 0 });
  });

  it("is nothing below the least charge, which then goes to the customer's balance", () => {
    expect(settle(1, 0, "usd")).toEqual({ amountDue: 0, endingBalance: 1 });
    expect(settle(49, 0, "jpy")).toEqual({ amountDue: 0, endingBalance: 49 });
  });

  it("is nothing when it is a credit, which the customer keeps", () => {
    expect(settle(-334, 0, "usd")).toEqual({ amountDue: 0, endingBalance: -334 });
  });

  it("is less by the credit the customer has, and more by what they owe", () => {
    expect(settle(1000, -300, "usd")).toEqual({ amountDue: 700, endingBalance: 0 });
    expect(settle(1000, 49, "usd")).toEqual({ amountDue: 1049, endingBalance: 0 });
    expect(settle(1000, -1500, "usd")).toEqual({ amountDue: 0, endingBalance: -500 });
  });
});
