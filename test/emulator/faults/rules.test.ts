import { describe, expect, test } from "vitest";
import { Accounts } from "@/emulator/core/accounts";
import { isRequestAction } from "@/emulator/faults/actions";
import { fire } from "@/emulator/faults/fire";
import { matchesGlob } from "@/emulator/faults/glob";
import { readFault } from "@/emulator/faults/read-rule";
import { ALL_WELL, combined, planRequest } from "@/emulator/faults/request-plan";
import { addFault } from "@/emulator/faults/rules";

function newAccount() {
  return new Accounts({ data: null, seed: 1, origin: () => "", onOpen: () => {} }).of("faults");
}

/** Which of so many requests a rule hits, counted from 1. */
function hits(rule: object, requests: number): number[] {
  const account = newAccount();
  account.run((work) => addFault(work, { action: "cut_before", ...rule }));
  return Array.from({ length: requests }, (_, index) => index + 1).filter(
    () => account.run(({ store }) => fire(store, isRequestAction, () => true)).length > 0,
  );
}

describe("a pattern", () => {
  test.each([
    ["/v1/customers", "/v1/customers", true],
    ["/v1/customers", "/v1/customers/cus_1", false],
    ["/v1/customers/*", "/v1/customers/cus_1", true],
    ["/v1/*/pay", "/v1/invoices/in_1/pay", true],
    ["invoice.*", "invoice.paid", true],
    ["invoice.*", "invoiceitem.created", false],
    ["*", "", true],
    ["a+b(c)", "a+b(c)", true],
    ["a.c", "abc", false],
  ])("%s for %s: %s", (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });
});

describe("a rule", () => {
  test("holds every time unless it says otherwise", () => expect(hits({}, 3)).toEqual([1, 2, 3]));
  test("can be for the nth alone", () => expect(hits({ nth: 2 }, 4)).toEqual([2]));
  test("can be for so many times", () => expect(hits({ times: 2 }, 4)).toEqual([1, 2]));
  test("never holds with probability 0", () => expect(hits({ probability: 0 }, 50)).toEqual([]));
  test("draws the same from the same seed, and otherwise from another", () => {
    const drawn = hits({ probability: 0.5, seed: 7 }, 200);
    expect(hits({ probability: 0.5, seed: 7 }, 200)).toEqual(drawn);
    expect(hits({ probability: 0.5, seed: 8 }, 200)).not.toEqual(drawn);
    expect(drawn.length).toBeGreaterThan(70);
    expect(drawn.length).toBeLessThan(130);
  });

  test("is counted only within the work that it belongs to", () => {
    const account = newAccount();
    const { id } = account.run((work) => addFault(work, { action: "drop" }));
    expect(() =>
      account.run(({ store }) => {
        store.update("_fault", id, { seen: 1 });
        throw new Error("undone");
      }),
    ).toThrow();
    expect(account.store.get("_fault", id)?.seen).toBe(0);
  });

  test("is read from a form's texts, the empty ones not given", () => {
    expect(readFault({ action: "delay", amount: "250", path: "", method: "post", nth: "" })).toEqual({
      action: "delay",
      amount: 250,
      method: "POST",
      path: null,
      event: null,
      endpoint: null,
      nth: null,
      times: null,
      probability: 1,
      seed: 1,
    });
  });

  test.each([
    [{}, /action must be one of/],
    [{ action: "explode" }, /action must be one of/],
    [{ action: "toString" }, /action must be one of/],
    [{ action: "delay", amount: -1 }, /amount must be a number/],
    [{ action: "delay", amount: "soon" }, /amount must be a number/],
    [{ action: "error_before", amount: 200 }, /amount must be a number from 500/],
    [{ action: "delay", probability: 2 }, /probability/],
    [{ action: "delay", nth: 0 }, /nth/],
    [{ action: "delay", event: "invoice.paid" }, /event is no condition of delay/],
    [{ action: "drop", path: "/v1/*" }, /path is no condition of drop/],
    [{ action: "delay", patth: "/v1/*" }, /patth isn't part of a rule/],
  ])("is refused as %j", (given, words) => {
    expect(() => readFault(given)).toThrow(words);
  });
});

describe("several faults of a request", () => {
  test("come together, the first of a sort counting", () => {
    const faults = [
      { action: "delay", amount: 10 },
      { action: "delay", amount: 99 },
      { action: "cut_after", amount: 0 },
    ] as const;
    expect(combined(faults)).toEqual({ ...ALL_WELL, wait: 10, after: "cut" });
  });

  test("are those whose method and path hold", () => {
    const account = newAccount();
    account.run((work) =>
      addFault(work, { action: "delay", amount: 5, method: "POST", path: "/v1/prices*" }),
    );
    expect(planRequest(account, "POST", "/v1/prices/price_1").wait).toBe(5);
    expect(planRequest(account, "GET", "/v1/prices/price_1")).toEqual(ALL_WELL);
    expect(planRequest(account, "POST", "/v1/products")).toEqual(ALL_WELL);
  });
});
