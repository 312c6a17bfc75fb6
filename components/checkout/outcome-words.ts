import type { CheckoutOutcome } from "@/lib/billing/checkout/start-checkout";
import type { HostedOutcome } from "@/lib/billing/checkout/start-hosted-checkout";
import type { Trouble } from "@/lib/billing/trouble";
import type { Begun } from "./message";
import { codeWords, seatsWords } from "./order-faults";
import { account, nothingCharged, otherCurrency, type SignedOut, sharedWords, stop, type Words } from "./say";
import { trialTaken } from "./trial-taken";

type Outcome = CheckoutOutcome | HostedOutcome | Trouble | SignedOut;

const words: Words<Outcome, Begun> = {
  ...sharedWords,
  card_first: ({ clientSecret }) => ({ next: "save", clientSecret }),
  started: () => ({ next: "leave", href: "/checkout/begun" }),
  trial_taken: () => stop("info", trialTaken.title, trialTaken.text, pricing),
  elsewhere: ({ url }) => ({ next: "leave", href: url }),
  unknown_price: () => stop("bad", "This plan isn't for sale", "There is no such plan any more.", pricing),
  withdrawn_price: () =>
    stop(
      "bad",
      "This price has been withdrawn",
      "It was taken off while you were here. Nothing was charged.",
      pricing,
    ),
  other_currency: (fault) => otherCurrency(fault, pricing),
  seats_refused: ({ why }) => stop("bad", seatsWords(why), nothingCharged),
  code_refused: ({ why }) =>
    stop("bad", codeWords(why), `${nothingCharged} Go on without it, or use another.`),
  address_needed: () =>
    stop("info", "We need your address first", "Taxes depend on it. Nothing was charged.", {
      href: "/account/details",
      label: "Enter your address",
    }),
  already_subscribed: () =>
    stop("info", "You already have a subscription", "Nothing was charged a second time.", account),
};

const pricing = { href: "/pricing", label: "See the plans" };

/** What the browser is to do next, or the person to be told, for each way a purchase can begin. */
export function begunOf<Kind extends Outcome["outcome"]>(
  outcome: Extract<Outcome, { outcome: Kind }>,
): Begun {
  const say: (outcome: Extract<Outcome, { outcome: Kind }>) => Begun = words[outcome.outcome];
  return say(outcome);
}
