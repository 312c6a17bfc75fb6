import { expect, it } from "vitest";
import { useEmulator } from "../support/use-emulator";
import { recordedCatalogue } from "./catalogue";
import { differences } from "./compare";
import { readScenarios, replay } from "./replay";

const emulator = useEmulator();

const scenarios = [...readScenarios()];

it.each(scenarios)("answers as Stripe did: %s", async (scenario, exchanges) => {
  const account = scenario.replaceAll(" ", "-");
  const names = await recordedCatalogue(emulator.stripe(account));
  expect(await replay(emulator, account, exchanges, names)).toEqual([]);
});

it("tells a difference that isn't meant", () => {
  const differs = (theirs: object, ours: object) =>
    differences(theirs, ours, new Map([["cus_recorded1", "cus_ofours111"]]));
  const customer = { object: "customer", id: "cus_recorded1", balance: 0, created: 1_762_799_344 };
  expect(differs(customer, { ...customer, id: "cus_ofours111", created: 1_795_641_755 })).toEqual([]);
  expect(differs(customer, { ...customer, id: "cus_another11" })).toHaveLength(1);
  expect(differs(customer, { ...customer, id: "cus_ofours111", balance: 5 })).toEqual([
    "customer.balance: theirs 0, ours 5",
  ]);
  expect(differs(customer, { ...customer, id: "cus_ofours111", created: null })).toHaveLength(1);
  expect(differs({ ...customer, name: null }, { ...customer, id: "cus_ofours111", extra: 1 })).toEqual([
    "customer.name: theirs alone",
    "customer.extra: ours alone",
  ]);
});
