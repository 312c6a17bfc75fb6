import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { cardByNumber } from "./cards";
import { accepts } from "./cards/behaviours";
import { testCard } from "./cards/test-card";
import type { TestCard } from "./cards/types";
import type { CardRecord } from "./records";

/** The test card of a number. A number outside Stripe's set works like a plain Visa. */
export function cardOf(number: string): TestCard {
  return cardByNumber(number) ?? testCard(number, [], accepts);
}

/** What the issuer knows of the card behind a payment method. */
export function cardRecord(work: Work, method: Held<"payment_method">): CardRecord {
  return work.store.must("_card", method.id);
}

/** The test card behind a payment method. */
export function cardBehind(work: Work, method: Held<"payment_method">): TestCard {
  return cardOf(cardRecord(work, method).number);
}

/** Remembers that the card may be charged without its holder from now on. */
export function markSetUp(work: Work, method: Held<"payment_method">): void {
  work.store.update("_card", method.id, { setUp: true });
}

/** Counts a payment that the bank refused, among those it was to refuse. */
export function markRefused(work: Work, method: Held<"payment_method">): void {
  const { refusals } = cardRecord(work, method);
  if (refusals === undefined || refusals.left === 0) return;
  work.store.update("_card", method.id, { refusals: { ...refusals, left: refusals.left - 1 } });
}

/** Remembers that the card was used up: without a customer a payment method serves once. */
export function markSpent(work: Work, method: Held<"payment_method">): void {
  work.store.update("_card", method.id, { spent: true });
}
