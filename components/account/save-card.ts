import type { StripeError } from "@stripe/stripe-js";
import type { Begun, CheckoutMessage } from "@/components/checkout/message";
import type { PayResult } from "@/components/checkout/pay";

type Answer = { error?: StripeError | undefined };

/** What the server answers when the person presses the button. */
export type CardBegun =
  | Exclude<Begun, { next: "confirm" | "save" }>
  | { next: "confirm"; clientSecret: string };

type Saving = {
  /** Has Stripe's fields say what they miss. */
  check: () => Promise<Answer>;
  begin: () => Promise<CardBegun>;
  /** Saves the card, and leaves the page when that has worked. */
  confirm: (clientSecret: string) => Promise<Answer>;
};

/** Checks the fields, lets the server begin, and has Stripe save the card. Nothing is charged by it. */
export async function saveCard({
  check,
  begin,
  confirm,
}: Saving): Promise<Exclude<PayResult, { next: "show" }>> {
  const { error: incomplete } = await check();
  if (incomplete) return { next: "correct" };
  const begun = await begin().catch(() => unreachable);
  if (begun.next === "stop") return { next: "tell", message: begun.message };
  if (begun.next === "leave") return begun;
  const { error } = await confirm(begun.clientSecret);
  if (!error) return { next: "leave", href: null };
  if (error.type === "validation_error") return { next: "correct" };
  return { next: "tell", message: refusal(error) };
}

function refusal({ type, message }: StripeError): CheckoutMessage {
  if (type === "card_error" || type === "invalid_request_error") {
    const text =
      "It wasn't saved and nothing was charged. Use another card, or ask your bank why it said no.";
    return { tone: "bad", title: message ?? "Your bank refused this card.", text };
  }
  const text = "We don't know yet whether your card was saved: your list of cards says so.";
  return {
    tone: "warn",
    title: "The connection was lost",
    text,
    link: { href: "/account/cards", label: "Your cards" },
  };
}

const unreachable: CardBegun = {
  next: "stop",
  message: {
    tone: "warn",
    title: "We can't be reached",
    text: "Nothing was saved. Check your connection and try again.",
  },
};
