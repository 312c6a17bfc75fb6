import type { Begun, CheckoutMessage } from "@/components/checkout/message";
import { signInPath } from "@/lib/auth/next-path";
import type { ItemOutcome } from "@/lib/billing/begin-item";
import type { Trouble } from "@/lib/billing/trouble";

type Outcome = ItemOutcome | Trouble | { outcome: "signed_out"; returnTo: string };
type Words = { [Kind in Outcome["outcome"]]: (outcome: Extract<Outcome, { outcome: Kind }>) => Begun };

const words: Words = {
  ready: ({ clientSecret, amount }) => ({ next: "confirm", clientSecret, amount }),
  unknown_item: () => stop("bad", "This isn't for sale", "There is no such thing any more.", library),
  withdrawn_item: () =>
    stop(
      "bad",
      "This has been withdrawn",
      "It was taken off while you were here. Nothing was charged.",
      library,
    ),
  other_currency: ({ currency, priceCurrency }) =>
    stop(
      "bad",
      `Your payments are in ${currency.toUpperCase()}`,
      `This price is in ${priceCurrency.toUpperCase()}, and one person's payments stay in one currency. Nothing was charged.`,
      library,
    ),
  already_yours: () =>
    stop("info", "It is yours already", "Nothing was charged a second time.", {
      href: "/account",
      label: "Go to your account",
    }),
  in_progress: () =>
    stop("info", "A payment is on its way", "It was begun in another tab, or your bank takes its time.", {
      href: "/account",
      label: "Go to your account",
    }),
  signed_out: ({ returnTo }) =>
    stop("warn", "You have been signed out", "Sign in again and pay then. Nothing was charged.", {
      href: signInPath(returnTo),
      label: "Sign in",
    }),
  trouble: ({ title, text }) => stop("warn", title, text),
};

const library = { href: "/library", label: "Go to the library" };

/** What the browser is to do next, or the person to be told, for each way a purchase can begin. */
export function itemBegun<Kind extends Outcome["outcome"]>(
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
