import { describe, expect, test } from "vitest";
import { challengeRoutes } from "@/emulator/pages/challenge/routes";
import { fakeBackend, request } from "./fake-backend";

function answering(next: string | null) {
  const { backend } = fakeBackend([]);
  const outcomes: string[] = [];
  const open = (...given: Parameters<typeof request>) =>
    challengeRoutes(
      {
        ...backend,
        answerChallenge: (_id, outcome) => {
          outcomes.push(outcome);
          return next;
        },
      },
      request(...given),
    );
  return { open, outcomes };
}

describe("the 3-D Secure page", () => {
  test("asks for the amount, with a button for each answer", () => {
    const page = answering(null).open("GET", "/3ds/payatt_1?parent=http%3A%2F%2Fshop.test");
    expect(page?.body).toContain("$19.00");
    expect(page?.body).toContain('id="test-source-authorize-3ds"');
    expect(page?.body).toContain('id="test-source-fail-3ds"');
    expect(page?.body).toContain('value="http://shop.test"');
  });

  test("goes on to the return_url once answered", () => {
    const { open, outcomes } = answering("http://shop.test/return?redirect_status=succeeded");
    const page = open("POST", "/3ds/payatt_1", { form: new URLSearchParams({ outcome: "authorize" }) });
    expect(page).toMatchObject({
      status: 303,
      headers: { Location: "http://shop.test/return?redirect_status=succeeded" },
    });
    expect(outcomes).toEqual(["authorize"]);
  });

  test("stays where Stripe.js waits around it, and remembers for whom", () => {
    const form = new URLSearchParams({ outcome: "fail", parent: "http://shop.test" });
    const { open, outcomes } = answering(null);
    expect(open("POST", "/3ds/payatt_1", { form })?.headers.Location).toBe(
      "/3ds/payatt_1?parent=http%3A%2F%2Fshop.test",
    );
    expect(outcomes).toEqual(["fail"]);
  });

  test("takes anything but a clear yes as no", () => {
    const { open, outcomes } = answering(null);
    open("POST", "/3ds/payatt_1", { form: new URLSearchParams({ outcome: "AUTHORIZE" }) });
    open("POST", "/3ds/payatt_1");
    expect(outcomes).toEqual(["fail", "fail"]);
  });

  test("answers 404 where there is no challenge", () => {
    expect(answering(null).open("GET", "/3ds/payatt_9")?.status).toBe(404);
  });
});
