import type { Begun } from "@/components/checkout/message";
import {
  account,
  otherCurrency,
  type SignedOut,
  sharedWords,
  stop,
  type Words,
} from "@/components/checkout/say";
import type { ItemOutcome } from "@/lib/billing/items/begin-item";
import type { Trouble } from "@/lib/billing/trouble";

type Outcome = ItemOutcome | Trouble | SignedOut;

const words: Words<Outcome, Begun> = {
  ...sharedWords,
  unknown_item: () => stop("bad", "This isn't for sale", "There is no such thing any more.", library),
  withdrawn_item: () =>
    stop(
      "bad",
      "This has been withdrawn",
      "It was taken off while you were here. Nothing was charged.",
      library,
    ),
  other_currency: (fault) => otherCurrency(fault, library),
  already_yours: () => stop("info", "It is yours already", "Nothing was charged a second time.", account),
};

const library = { href: "/library", label: "Go to the library" };

/** What the browser is to do next, or the person to be told, for each way a purchase can begin. */
export function itemBegun<Kind extends Outcome["outcome"]>(
  outcome: Extract<Outcome, { outcome: Kind }>,
): Begun {
  const say: (outcome: Extract<Outcome, { outcome: Kind }>) => Begun = words[outcome.outcome];
  return say(outcome);
}
