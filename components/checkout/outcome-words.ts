import { signInPath } from "@/lib/auth/next-path";
import type { CheckoutOutcome } from "@/lib/billing/start-checkout";
import type { HostedOutcome } from "@/lib/billing/start-hosted-checkout";
import type { Trouble } from "@/lib/billing/trouble";
import type { Begun, CheckoutMessage } from "./message";
import { codeWords, seatsWords } from "./order-faults";

type SignedOut = { outcome: "signed_out"; returnTo: string };
type Outcome = CheckoutOutcome | HostedOutcome | Trouble | SignedOut;
type Words = { [Kind in Outcome["outcome"]]: (outcome: Extract<Outcome, { outcome: Kind }>) => Begun };

const words: Words = {
  ready: ({ clientSecret, amount }) => ({ next: "confirm", clientSecret, amount }),
  card_first: ({ clientSecret }) => ({ next: "save", clientSecret }),
  started: () => ({ next: "leave", href: "/checkout/begun" }),
  elsewhere: ({ url }) => ({ next: "leave", href: url }),
  unknown_price: () => stop("bad", "This plan isn't for sale", "There is no such plan any more.", pricing),
  withdrawn_price: () =>
    stop(
      "bad",
      "This price has been withdrawn",
      "It was taken off while you were here. Nothing was charged.",
      pricing,
    ),
  other_currency: ({ currency, priceCurrency }) =>
    stop(
      "bad",
      `Your payments are in ${currency.toUpperCase()}`,
      `This price is in ${priceCurrency.toUpperCase()}, and one person's payments stay in one currency. Nothing was charged.`,
      pricing,
    ),
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
  in_progress: () =>
    stop(
      "info",
      "A payment is on its way",
      "It was begun in another tab, or your bank takes its time.",
      account,
    ),
  signed_out: ({ returnTo }) =>
    stop("warn", "You have been signed out", "Sign in again and pay then. Nothing was charged.", {
      href: signInPath(returnTo),
      label: "Sign in",
    }),
  trouble: ({ title, text }) => stop("warn", title, text),
};

const nothingCharged = "Nothing was charged.";
const pricing = { href: "/pricing", label: "See the plans" };
const account = { href: "/account", label: "Go to your account" };

/** What the browser is to do next, or the person to be told, for each way a purchase can begin. */
export function begunOf<Kind extends Outcome["outcome"]>(
  outcome: Extract<Outcome, { outcome: Kind }>,
): Begun {
  const say: (outcome: Extract<Outcome, { outcome: Kind }>) => Begun = words[outcome.outcome];
  return say(outcome);
}

function stop(
  tone: CheckoutMessage["tone"],
  title: string,
  text: string,
  link?: CheckoutMessage["link"],
): Begun {
  return { next: "stop", message: { tone, title, text, ...(link && { link }) } };
}
