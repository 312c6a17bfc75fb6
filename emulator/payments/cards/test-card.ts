import type { CardBehaviour, TestCard } from "./types";

type Traits = Partial<Omit<TestCard, "number" | "paymentMethods" | "tokens" | "behaviour">>;

/**
 * A card of Stripe's test set. Each name stands for a payment method `pm_card_{name}` and a token `tok_{name}`.
 * Unless `traits` says otherwise it is an American Visa credit card.
 */
export function testCard(
  number: string,
  names: readonly string[],
  behaviour: CardBehaviour,
  traits: Traits = {},
): TestCard {
  return {
    number,
    paymentMethods: names.map((name) => `pm_card_${name}`),
    tokens: names.map((name) => `tok_${name}`),
    brand: "visa",
    country: "US",
    funding: "credit",
    behaviour,
    ...traits,
  };
}
