import type { StripeError } from "@stripe/stripe-js";
import { expect, test, vi } from "vitest";
import type { Begun } from "@/components/checkout/message";
import { pay } from "@/components/checkout/pay";

const ready: Begun = { next: "confirm", clientSecret: "pi_1_secret_2", amount: 1900 };

/** A payment in which everything goes well, but for what is given. */
function payment(given: { incomplete?: StripeError; begun?: Begun; refusal?: StripeError } = {}) {
  return {
    shownAmount: 1900,
    check: vi.fn(async () => (given.incomplete ? { error: given.incomplete } : {})),
    begin: vi.fn(async () => given.begun ?? ready),
    confirm: vi.fn(async () => (given.refusal ? { error: given.refusal } : {})),
    save: vi.fn(async () => (given.refusal ? { error: given.refusal } : {})),
    returnUrl: "http://localhost/checkout/return",
  };
}

test("a payment that works leaves the page", async () => {
  const made = payment();
  expect(await pay(made)).toEqual({ next: "leave", href: null });
  expect(made.confirm).toHaveBeenCalledWith("pi_1_secret_2");
});

test("a bank that isn't convinced is told of in our own words, once", async () => {
  const refusal = {
    type: "card_error",
    code: "payment_intent_authentication_failure",
    message: "We are unable to authenticate your payment method. Please choose a different payment method.",
  } as const;
  expect(await pay(payment({ refusal }))).toEqual({
    next: "tell",
    message: {
      tone: "bad",
      title: "Your bank couldn't make sure that it is you",
      text: "Nothing was charged. Try again, or use another card.",
    },
  });
});

test("a card that a trial asks for is saved, and nothing is paid", async () => {
  const begun = { next: "save", clientSecret: "seti_1_secret_2" } as const;
  const made = payment({ begun });
  expect(await pay(made)).toEqual({ next: "leave", href: null });
  expect(made.save).toHaveBeenCalledWith("seti_1_secret_2");
  expect(made.confirm).not.toHaveBeenCalled();
  const refusal = { type: "card_error", message: "Your card was declined." } as const;
  expect(await pay(payment({ begun, refusal }))).toMatchObject({ next: "tell" });
});

test("nothing begins while the fields miss something", async () => {
  const made = payment({ incomplete: { type: "validation_error", code: "incomplete_number" } });
  expect(await pay(made)).toEqual({ next: "correct" });
  expect(made.begin).not.toHaveBeenCalled();
});

test("another amount than the one shown is never charged, but shown", async () => {
  const made = payment({ begun: { ...ready, amount: 2900 } });
  expect(await pay(made)).toEqual({ next: "show", amount: 2900 });
  expect(made.confirm).not.toHaveBeenCalled();
});

test("what the server has to say stops the payment", async () => {
  const message = { tone: "info", title: "You already have a subscription", text: "" } as const;
  const made = payment({ begun: { next: "stop", message } });
  expect(await pay(made)).toEqual({ next: "tell", message });
  expect(made.confirm).not.toHaveBeenCalled();
  expect(await pay(payment({ begun: { next: "leave", href: "/account" } }))).toEqual({
    next: "leave",
    href: "/account",
  });
});

test("a server that can't be reached is said, and nothing was charged", async () => {
  const made = { ...payment(), begin: () => Promise.reject(new TypeError("fetch failed")) };
  expect(await pay(made)).toMatchObject({ next: "tell", message: { title: "We can't be reached" } });
  expect(made.confirm).not.toHaveBeenCalled();
});

test("a decline is told in the bank's words with what to do about it", async () => {
  const refusal = {
    type: "card_error",
    code: "card_declined",
    decline_code: "insufficient_funds",
    message: "Your card has insufficient funds.",
  } as const;
  expect(await pay(payment({ refusal }))).toMatchObject({
    next: "tell",
    message: {
      tone: "bad",
      title: refusal.message,
      text: expect.stringContaining("when there is more on it"),
    },
  });
  expect(await pay(payment({ refusal: { type: "card_error", code: "card_declined" } }))).toMatchObject({
    message: { title: "Your card was declined.", text: expect.stringContaining("another card") },
  });
});

test("a connection lost while paying isn't passed off as a decline", async () => {
  const result = await pay(payment({ refusal: { type: "api_connection_error" } }));
  expect(result).toMatchObject({ next: "tell", message: { title: "The connection was lost" } });
});
