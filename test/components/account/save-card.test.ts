import type { StripeError } from "@stripe/stripe-js";
import { expect, test, vi } from "vitest";
import { type CardBegun, saveCard } from "@/components/account/save-card";

/** A card whose saving goes well, but for what is given. */
function saving(given: { incomplete?: StripeError; begun?: CardBegun; refusal?: StripeError } = {}) {
  const begun: CardBegun = given.begun ?? { next: "confirm", clientSecret: "seti_1_secret_2" };
  return {
    check: vi.fn(async () => (given.incomplete ? { error: given.incomplete } : {})),
    begin: vi.fn(async () => begun),
    confirm: vi.fn(async () => (given.refusal ? { error: given.refusal } : {})),
  };
}

test("a card that is saved leaves the page", async () => {
  const card = saving();
  expect(await saveCard(card)).toEqual({ next: "leave", href: null });
  expect(card.confirm).toHaveBeenCalledWith("seti_1_secret_2");
});

test("nothing begins while the fields miss something", async () => {
  const card = saving({ incomplete: { type: "validation_error" } });
  expect(await saveCard(card)).toEqual({ next: "correct" });
  expect(card.begin).not.toHaveBeenCalled();
});

test("somebody signed out meanwhile is sent to sign in, and nothing reaches Stripe", async () => {
  const card = saving({ begun: { next: "leave", href: "/sign-in" } });
  expect(await saveCard(card)).toEqual({ next: "leave", href: "/sign-in" });
  expect(card.confirm).not.toHaveBeenCalled();
});

test("a refusal is told in Stripe's words, a lost connection without a guess", async () => {
  const refused = await saveCard(
    saving({ refusal: { type: "card_error", message: "Your card was declined." } }),
  );
  expect(refused).toMatchObject({ message: { tone: "bad", title: "Your card was declined." } });
  const lost = await saveCard(saving({ refusal: { type: "api_connection_error" } }));
  expect(lost).toMatchObject({ message: { tone: "warn", link: { href: "/account/cards" } } });
});

test("a server that can't be reached saves nothing and says so", async () => {
  const begin = () => Promise.reject(new Error("offline"));
  expect(await saveCard({ ...saving(), begin })).toMatchObject({
    message: { title: "We can't be reached", text: expect.stringContaining("Nothing was saved") },
  });
});
