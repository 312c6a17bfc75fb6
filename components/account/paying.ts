import type { Begun, CheckoutMessage } from "@/components/checkout/message";
import type { Words } from "@/components/checkout/say";
import type { InvoiceBegun } from "@/lib/billing/invoices/begin-invoice-payment";
import type { PayOutcome } from "@/lib/billing/invoices/pay-invoice";
import type { Trouble } from "@/lib/billing/trouble";
import type { AnswerKey } from "./answers";

/** What the form that pays with a saved card is answered with. */
export type PayState =
  | { next: "ask" }
  /** The bank wants to hear from the person. */
  | { next: "confirm"; clientSecret: string }
  | { next: "tell"; message: CheckoutMessage };

type Outcome = PayOutcome | Trouble;

const words: Words<Outcome, PayState | AnswerKey> = {
  ready: ({ clientSecret }) => ({ next: "confirm", clientSecret }),
  declined: ({ reason }) => tell("bad", reason, "Nothing was charged. Use another card, or ask your bank."),
  no_card: () => tell("warn", "There is no card to pay with", "Nothing was charged. Pay with a card below."),
  trouble: ({ title, text }) => tell("warn", title, text),
  invoice_paid: () => "invoice_paid",
  invoice_settled: () => "invoice_settled",
  invoice_not_found: () => "invoice_not_found",
  payment_on_its_way: () => "payment_on_its_way",
};

/** What comes of paying: a state of the form, or an answer for the page of invoices. */
export function payStateOf<Kind extends Outcome["outcome"]>(
  outcome: Extract<Outcome, { outcome: Kind }>,
): PayState | AnswerKey {
  const say: (outcome: Extract<Outcome, { outcome: Kind }>) => PayState | AnswerKey = words[outcome.outcome];
  return say(outcome);
}

/** What the card form does next, for each way the payment of an invoice can begin. */
export function begunOf(outcome: InvoiceBegun | Trouble): Begun {
  if (outcome.outcome === "ready") {
    return { next: "confirm", clientSecret: outcome.clientSecret, amount: outcome.amount };
  }
  if (outcome.outcome === "trouble") {
    return { next: "stop", message: { tone: "warn", title: outcome.title, text: outcome.text } };
  }
  return { next: "leave", href: `/account/invoices?said=${outcome.outcome}` };
}

function tell(tone: CheckoutMessage["tone"], title: string, text: string): PayState {
  return { next: "tell", message: { tone, title, text } };
}
