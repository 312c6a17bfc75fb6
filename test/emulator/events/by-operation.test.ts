import { describe, expect, it } from "vitest";
import { useEmulator } from "../support/use-emulator";
import specified from "./by-operation.json" with { type: "json" };
import { beginnings } from "./scenarios/beginnings";
import { catalogue } from "./scenarios/catalogue";
import { changes } from "./scenarios/changes";
import { customers } from "./scenarios/customers";
import { invoices } from "./scenarios/invoices";
import { payments } from "./scenarios/payments";
import { renewals } from "./scenarios/renewals";
import { schedules } from "./scenarios/schedules";
import { sessions } from "./scenarios/sessions";
import { type Scenarios, setStage } from "./scenarios/stage";

const SCENARIOS: Scenarios = {
  ...beginnings,
  ...catalogue,
  ...changes,
  ...customers,
  ...invoices,
  ...payments,
  ...renewals,
  ...schedules,
  ...sessions,
};

const emulator = useEmulator();

describe("the events of an operation, in their order", () => {
  it("are said of every operation that is played, and every one of them is", () => {
    expect(Object.keys(SCENARIOS).sort()).toEqual(Object.keys(specified).sort());
  });

  it.each(Object.entries(specified))("%s", async (name, expected) => {
    const scenario = SCENARIOS[name];
    if (scenario === undefined) throw new Error(`Nobody plays ${name}`);
    const account = name.replaceAll(/\W+/g, "_");
    const ways = listed(await scenario(await setStage(emulator, account)));
    for (const types of ways) {
      if (!patternOf(expected).test(types.map((type) => `${type} `).join(""))) {
        expect(types).toEqual(expected);
      }
    }
  });
});

function listed(types: string[] | string[][]): string[][] {
  return types.every((one) => typeof one === "string") ? [types] : types;
}

/** `a?` may be missing, of `a+` there may be several, `a|b` is one of the two. */
function patternOf(expected: readonly string[]): RegExp {
  const parts = expected.map((step) => {
    const [, types = "", mark = ""] = /^([\w.|]+?)([?+]?)$/.exec(step) ?? [];
    return `(?:(?:${types.replaceAll(".", "\\.")}) )${mark}`;
  });
  return new RegExp(`^${parts.join("")}$`);
}
