import { describe, expect, test } from "vitest";
import { refusalInWords } from "@/components/auth/refusals";

describe("an attempt turned away is told when the next one is possible", () => {
  test.each([
    [1, "a minute"],
    [60, "a minute"],
    [61, "2 minutes"],
    [900, "15 minutes"],
  ])("%i seconds: %s", (seconds, words) => {
    const { refusal } = refusalInWords({ ok: false, reason: "throttled", seconds });
    expect(refusal?.text).toContain(`in ${words}.`);
  });
});

test("an e-mail that has an account is said at its field", () => {
  expect(refusalInWords({ ok: false, reason: "taken" })).toEqual({
    errors: { email: expect.stringContaining("has an account already") },
  });
});
