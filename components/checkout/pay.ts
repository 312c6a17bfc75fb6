import type { StripeError } from "@stripe/stripe-js";
import { declineMessage } from "./decline-words";
import type { Begun, CheckoutMessage } from "./message";

type Answer = { error?: StripeError | undefined };

export type Payment = {
  /** What the button says, in minor units. Nothing else is charged without being shown first. */
  shownAmount: number;
  /** Has Stripe's fields say what they miss. */
  check: () => Promise<Answer>;
  begin: () => Promise<Begun>;
  /** Pays with the card, and leaves the page when that has worked. */
  confirm: (clientSecret: string) => Promise<Answer>;
  /** Saves the card without a payment, and leaves the page when that has worked. */
  save: (clientSecret: string) => Promise<Answer>;
  /** Where to go when the payment turns out to be made already. */
  returnUrl: string;
};

export type PayResult =
  /** The browser is on its way to another page, or goes to `href`. */
  | { next: "leave"; href: string | null }
  /** The fields themselves say what they miss. */
  | { next: "correct" }
  | { next: "tell"; message: CheckoutMessage }
  /** Another amount is due than was shown: to be shown, and agreed to. */
  | { next: "show"; amount: number };

/**
 * Checks the fields, lets the server begin the purchase, and confirms it with the card. Calling it again after any result
 * goes on with the same purchase, so that nothing is paid twice.
 */
export async function pay({
  shownAmount,
  check,
  begin,
  confirm,
  save,
  returnUrl,
}: Payment): Promise<PayResult> {
  const { error: incomplete } = await check();
  if (incomplete) return { next: "correct" };
  const begun = await begin().catch(() => unreachable);
  if (begun.next === "stop") return { next: "tell", message: begun.message };
  if (begun.next === "leave") return { next: "leave", href: begun.href };
  if (begun.next === "save") {
    const { error } = await save(begun.clientSecret);
    return error ? refused(error) : { next: "leave", href: null };
  }
  const { clientSecret, amount } = begun;
  if (amount !== shownAmount) return { next: "show", amount };
  const { error } = await confirm(clientSecret);
  if (!error) return { next: "leave", href: null };
  return isPaid(error) ? { next: "leave", href: landing(returnUrl, clientSecret) } : refused(error);
}

const unreachable: Begun = {
  next: "stop",
  message: {
    tone: "warn",
    title: "We can't be reached",
    text: "Nothing was charged. Check your connection and try again.",
  },
};

/** Another tab was quicker: Stripe doesn't take a payment twice. */
function isPaid({ payment_intent: intent }: StripeError): boolean {
  return intent?.status === "succeeded" || intent?.status === "processing";
}

function landing(returnUrl: string, clientSecret: string): string {
  return `${returnUrl}?${new URLSearchParams({ payment_intent_client_secret: clientSecret })}`;
}

function refused(error: StripeError): PayResult {
  if (error.type === "validation_error") return { next: "correct" };
  if (error.type === "card_error" || error.type === "invalid_request_error") {
    return { next: "tell", message: declineMessage(error) };
  }
  const text = "We don't know yet whether your bank said yes. Try again: you can't be charged twice.";
  return { next: "tell", message: { tone: "warn", title: "The connection was lost", text } };
}
