import { aftermathCards } from "./cards/aftermath";
import { authenticatingCards } from "./cards/authenticating";
import { decliningCards } from "./cards/declining";
import { plainCards } from "./cards/plain";
import { scrutinisedCards } from "./cards/radar-and-checks";
import type { TestCard } from "./cards/types";

/** Every card of Stripe's test set, https://docs.stripe.com/testing */
export const testCards: readonly TestCard[] = [
  ...plainCards,
  ...decliningCards,
  ...scrutinisedCards,
  ...aftermathCards,
  ...authenticatingCards,
];

const byNumber = new Map(testCards.map((card) => [card.number, card]));
const byPaymentMethod = firstHolders((card) => card.paymentMethods);
const byToken = firstHolders((card) => card.tokens);

/** The card of a number, or null for a number outside Stripe's test set. */
export function cardByNumber(number: string): TestCard | null {
  return byNumber.get(number) ?? null;
}

/** The card of a `pm_card_*` id, or null for an id that isn't one of Stripe's. */
export function cardByPaymentMethod(id: string): TestCard | null {
  return byPaymentMethod.get(id) ?? null;
}

/** The card of a `tok_*` id, or null for an id that isn't one of Stripe's. */
export function cardByToken(id: string): TestCard | null {
  return byToken.get(id) ?? null;
}

/** Several cards share a name (all Mastercards are `pm_card_mastercard`): the name stands for the first. */
function firstHolders(names: (card: TestCard) => readonly string[]): ReadonlyMap<string, TestCard> {
  const holders = new Map<string, TestCard>();
  for (const card of testCards) {
    for (const name of names(card)) if (!holders.has(name)) holders.set(name, card);
  }
  return holders;
}
