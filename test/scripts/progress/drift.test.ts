import { expect, test } from "vitest";
import type { Differing, Reconciled } from "@/lib/stripe/reconcile/reconcile";
import { describeDrift } from "@/scripts/progress/drift";

const none: Differing = { count: 0, ids: [] };

function found(more: Partial<Reconciled> = {}, missing = none): Reconciled {
  const drift = { missing, stale: none, gone: none };
  return { type: "product", compared: 12, drift, repaired: false, ...more };
}

test("what differs is told with what repairs it", () => {
  const said = describeDrift([found({}, { count: 2, ids: ["prod_1"] })]);
  expect(said).toBe(
    [
      "product: 12 compared, 2 missing",
      "  missing (2): prod_1 and 1 more (--verbose)",
      "",
      "Repair it with: npm run stripe:reconcile -- --fix",
    ].join("\n"),
  );
});

test("nothing is to be repaired where nothing differs any more, or nothing could be compared", () => {
  const repaired = found({ repaired: true }, { count: 1, ids: ["prod_1"] });
  expect(describeDrift([repaired])).toBe("product: 12 compared, 1 missing, repaired\n  missing (1): prod_1");
  const broken = describeDrift([found({ error: new Error("This key may not read products.") })]);
  expect(broken).toContain("could not be compared to the end: This key may not read products.");
  expect(broken).not.toContain("--fix");
});
