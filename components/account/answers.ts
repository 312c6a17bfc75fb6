import type { Tone } from "@/components/ui/tone";
import type { Trouble } from "@/lib/billing/trouble";
import { troubles } from "@/lib/billing/troubles";

/** What became of a form on a page of the account, as its address names it (`/account?said=kept`). */
const answers = {
  canceled: {
    tone: "good",
    title: "Your subscription ends with its period",
    text: "You can take this back until then.",
  },
  ended: {
    tone: "info",
    title: "Your subscription has ended",
    text: "Nothing is charged any more. You are welcome back whenever you like.",
  },
  ended_and_billed: {
    tone: "info",
    title: "Your subscription has ended",
    text: "What you had used was billed with it: your invoices say how much. Nothing is charged any more.",
  },
  ended_owing: {
    tone: "warn",
    title: "Your subscription has ended, and its last invoice is open",
    text: "It is for what you had used, and your card didn't pay it. You can pay it from your invoices.",
  },
  changed: {
    tone: "warn",
    title: "Your plan was changed elsewhere meanwhile",
    text: "So nothing was done. This page shows how it stands now: decide again from here.",
  },
  change_scheduled: {
    tone: "good",
    title: "Your plan changes with its next period",
    text: "Nothing was charged, and everything stays as it is until then. You can take this back.",
  },
  plan_kept: { tone: "good", title: "Your plan stays as it is", text: "Nothing was charged." },
  no_such_seats: {
    tone: "warn",
    title: "Your plan hasn't so many seats",
    text: "Nothing was changed or charged. Type a number of this page's range.",
  },
  tax_id_added: {
    tone: "good",
    title: "Your tax number is added",
    text: "It stands on your invoices from the next one on.",
  },
  tax_id_removed: {
    tone: "good",
    title: "The tax number is removed",
    text: "It stands on none of your invoices to come.",
  },
  tax_id_not_found: {
    tone: "info",
    title: "There is no such tax number",
    text: "It may have been removed in another tab. These are the ones you have.",
  },
  plan_changed: { tone: "good", title: "Your plan has changed", text: "This page shows how it stands now." },
  only_at_once: {
    tone: "info",
    title: "It can only be changed at once",
    text: "The price you pay isn't sold any more, and no change of it can be planned ahead. Nothing was changed or charged.",
  },
  ask_again: {
    tone: "warn",
    title: "It isn't quite as you were shown",
    text: "Your plan, its price or the day has changed meanwhile. Nothing was charged: this is how it is now.",
  },
  change_declined: {
    tone: "bad",
    title: "Your card was declined",
    text: "Nothing was charged and your plan is as it was. Let another card pay, or ask your bank why it said no.",
  },
  same_price: { tone: "info", title: "That is the plan you have", text: "Nothing was changed or charged." },
  unknown_price: {
    tone: "info",
    title: "This plan isn't for sale",
    text: "Nothing was changed or charged. It was taken off, or the link isn't whole.",
  },
  without_seats: {
    tone: "info",
    title: "Your plan has no seats to change",
    text: "It is for one person. Plans for several say so where plans are changed.",
  },
  not_changeable: {
    tone: "info",
    title: "Your plan can't be changed now",
    text: "It can when nothing is owed for it, and it is neither about to end or to change, nor at rest.",
  },
  paused: {
    tone: "good",
    title: "Your plan rests from the end of its period",
    text: "Everything stays open until then. You can take this back whenever you like.",
  },
  not_pausable: {
    tone: "info",
    title: "Your plan can't be paused now",
    text: "A monthly plan can, when nothing is owed for it and it isn't about to end.",
  },
  resumed: { tone: "good", title: "Your plan goes on", text: "It renews as it did before." },
  resumes_at_renewal: {
    tone: "good",
    title: "Your plan goes on with its next period",
    text: "Nothing was charged for the running one, so what your plan opens stays closed until then.",
  },
  kept: { tone: "good", title: "Your subscription goes on", text: "Nothing else has changed." },
  none_running: {
    tone: "info",
    title: "There was nothing to change",
    text: "Your subscription has ended meanwhile. This page shows how it stands.",
  },
  went_on: {
    tone: "good",
    title: "Your plan goes on",
    text: "Your payment went through, and everything your plan opens is open.",
  },
  no_card_yet: {
    tone: "warn",
    title: "There is no card to go on with",
    text: "Nothing was charged. Add one first.",
  },
  second_ends: {
    tone: "good",
    title: "It ends with its period",
    text: "Nothing more is charged for it, and what it opens stays open until then.",
  },
  second_ended: { tone: "good", title: "It has ended", text: "Nothing is charged for it any more." },
  no_second: {
    tone: "info",
    title: "There was nothing to end",
    text: "It has ended meanwhile. This page shows what you have.",
  },
  card_added: { tone: "good", title: "Your card is saved", text: "Nothing was charged." },
  card_on_its_way: {
    tone: "info",
    title: "Your bank is taking its time",
    text: "The card shows here as soon as the bank has said yes.",
  },
  card_refused: {
    tone: "bad",
    title: "Your card wasn't saved",
    text: "Your bank said no, or wasn't sure that it is you. Nothing was charged. Add it again, or another one.",
  },
  card_default: { tone: "good", title: "This card pays from now on", text: "Nothing was charged." },
  card_removed: { tone: "good", title: "The card is removed", text: "It can't be charged any more." },
  card_needed: {
    tone: "warn",
    title: "Your plan is paid with this card",
    text: "Let another card pay first; then this one can be removed.",
  },
  card_not_found: {
    tone: "info",
    title: "There is no such card",
    text: "It may have been removed in another tab. These are the cards you have.",
  },
  invoice_paid: {
    tone: "good",
    title: "Your payment went through",
    text: "Nothing is owed on this invoice any more.",
  },
  invoice_settled: {
    tone: "info",
    title: "Nothing is due on this invoice any more",
    text: "It was paid or withdrawn meanwhile. Nothing was charged now.",
  },
  invoice_not_found: {
    tone: "info",
    title: "There is no such invoice",
    text: "The link isn't whole, or belongs to another account. These are the invoices you have.",
  },
  payment_on_its_way: {
    tone: "info",
    title: "Your bank is taking its time",
    text: "The payment is on its way and you needn't do anything.",
  },
  payment_failed: {
    tone: "bad",
    title: "The payment didn't go through",
    text: "Nothing was charged. Pay again, with this card or another.",
  },
  details_saved: {
    tone: "good",
    title: "Your billing details are saved",
    text: "They stand on your invoices from the next one on.",
  },
  key_revoked: {
    tone: "good",
    title: "The key is revoked",
    text: "Nothing that it is sent with is answered any more.",
  },
  key_not_found: {
    tone: "info",
    title: "There is no such key",
    text: "It may have been revoked in another tab. These are the keys you have.",
  },
  password_changed: {
    tone: "good",
    title: "Your password is changed",
    text: "Every other browser that was signed in to your account is signed out.",
  },
  stripe_away: { tone: "warn", ...troubles.stripe_away },
  records_away: { tone: "warn", ...troubles.records_away },
  under_way: { tone: "info", ...troubles.under_way },
  refused: { tone: "warn", ...troubles.refused },
} as const satisfies Record<string, { tone: Tone; title: string; text: string }>;

export type AnswerKey = keyof typeof answers;

/** How something ended that has an answer. */
export type Ended = { outcome: AnswerKey } | Trouble;

/** The key of what is said, however something ended. */
export function keyOf(said: AnswerKey | Ended): AnswerKey {
  if (typeof said === "string") return said;
  return said.outcome === "trouble" ? said.kind : said.outcome;
}

/** The answer an address names; null for anything else that stands there. */
export function answerOf(said: unknown): { tone: Tone; title: string; text: string } | null {
  return typeof said === "string" && isAnswer(said) ? answers[said] : null;
}

function isAnswer(said: string): said is AnswerKey {
  return Object.hasOwn(answers, said);
}
