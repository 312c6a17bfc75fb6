import { signInPath } from "@/lib/auth/next-path";
import type { Trouble } from "@/lib/billing/trouble";
import type { Begun, CheckoutMessage } from "./message";

type Kinds = { outcome: string };

/** What is said, or done, for each way something can come out. Another way is a compile error. */
export type Words<Outcome extends Kinds, Said> = {
  [Kind in Outcome["outcome"]]: (outcome: Extract<Outcome, { outcome: Kind }>) => Said;
};

/** A person whose session has expired, to be led back to `returnTo`. */
export type SignedOut = { outcome: "signed_out"; returnTo: string };

/** Stops before anything is charged, and says why. */
export function stop(
  tone: CheckoutMessage["tone"],
  title: string,
  text: string,
  link?: CheckoutMessage["link"],
): Begun {
  return { next: "stop", message: { tone, title, text, ...(link && { link }) } };
}

export const nothingCharged = "Nothing was charged.";
export const account = { href: "/account", label: "Go to your account" };

type Shared =
  | { outcome: "ready"; clientSecret: string; amount: number }
  | { outcome: "in_progress" }
  | SignedOut
  | Trouble;

/** What is the same whatever is bought. */
export const sharedWords: Words<Shared, Begun> = {
  ready: ({ clientSecret, amount }) => ({ next: "confirm", clientSecret, amount }),
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

/** One person's payments stay in one currency. @param link where else they can go */
export function otherCurrency(
  { currency, priceCurrency }: { currency: string; priceCurrency: string },
  link: NonNullable<CheckoutMessage["link"]>,
): Begun {
  const title = `Your payments are in ${currency.toUpperCase()}`;
  const text = `This price is in ${priceCurrency.toUpperCase()}, and one person's payments stay in one currency.`;
  return stop("bad", title, `${text} ${nothingCharged}`, link);
}
