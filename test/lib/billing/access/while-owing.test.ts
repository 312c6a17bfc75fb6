import { expect, test } from "vitest";
import type { AccessReason } from "@/lib/billing/access/facts";
import { whileOwing } from "@/lib/billing/access/while-owing";

const until = new Date("2026-05-17T00:00:00Z");

/** Somebody to whom essays are open for this reason, and the API by grace or not at all. */
const owing = (reason: AccessReason, api: "grace" | "closed") =>
  whileOwing({
    features: [
      { feature: "essays", reason, until: null },
      ...(api === "grace" ? [{ feature: "api" as const, reason: "grace" as const, until }] : []),
    ],
  });

test.each<[AccessReason, boolean]>([
  ["subscription", true],
  ["ending", true],
  ["pausing", true],
  ["trial", false],
  ["grace", false],
  ["bought", false],
  ["grant", false],
])("what is open as %s tells of a plan that is paid for: %s", (reason, isPaidPlan) => {
  expect(owing(reason, "closed").restStaysOpen).toBe(isPaidPlan);
});

test("what is owed stays open to the end of its days of grace, and is closed without any", () => {
  expect(owing("subscription", "grace").openUntil).toEqual(until);
  expect(owing("subscription", "closed").openUntil).toBeNull();
});
