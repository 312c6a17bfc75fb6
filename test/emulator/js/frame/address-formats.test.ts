import { expect, test } from "vitest";
import { addressFormat } from "@/emulator/js/frame/address-formats";
import { isPoBox } from "@/emulator/js/frame/po-box";

test("a country's addresses are asked for as they are written there", () => {
  const { state, states, postal } = addressFormat("US");
  expect({ state, postal }).toEqual({ state: "State", postal: "ZIP code" });
  expect(states).toContainEqual({ code: "DC", name: "District of Columbia" });
  expect(addressFormat("SE")).toMatchObject({ state: null, postal: "Postal code" });
  expect(addressFormat("HK").postal).toBeNull();
  expect(addressFormat("QA").postal).toBeNull();
});

test("a post office box is told from a street", () => {
  expect(["PO Box 12", "P.O. Box 12", "post office box 3"].map(isPoBox)).toEqual([true, true, true]);
  expect(isPoBox("12 Boxwood Post Road")).toBe(false);
});
