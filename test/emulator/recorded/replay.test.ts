import { afterAll, beforeAll, expect, it } from "vitest";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";
import { recordedCatalogue } from "./catalogue";
import { differences } from "./compare";
import { readScenarios, replay } from "./replay";

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

/** What these ask for isn't built, and is refused. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ["can swap a subscription and reset billing cycle", "the parameter billing_cycle_anchor"],
  ["subscription and one time charge", "the parameter add_invoice_items"],
]);

const scenarios = [...readScenarios()];

it.each(scenarios.filter(([name]) => !REFUSED.has(name)))(
  "answers as Stripe did: %s",
  async (scenario, exchanges) => {
    const account = scenario.replaceAll(" ", "-");
    const names = await recordedCatalogue(emulator.stripe(account));
    expect(await replay(emulator, account, exchanges, names)).toEqual([]);
  },
);

it.each([...REFUSED])("refuses what it doesn't do: %s", async (scenario, reason) => {
  const account = scenario.replaceAll(" ", "-");
  const names = await recordedCatalogue(emulator.stripe(account));
  const exchanges = scenarios.find(([name]) => name === scenario)?.[1] ?? [];
  expect((await replay(emulator, account, exchanges, names)).at(-1)).toContain(
    `Not implemented by the emulator: ${reason}`,
  );
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
