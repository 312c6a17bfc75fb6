import type { WhileOwing } from "@/lib/billing/access/while-owing";
import { cardName } from "@/lib/billing/cards/card-name";
import type { NoticeFacts } from "@/lib/billing/queries/notice";
import { isNamedStatus, type SubscriptionStatus } from "@/lib/billing/status";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";

/** What stands in a subscriber's way or soon will, and the one thing to do about it. */
export type Notice = {
  tone: "warn" | "info";
  title: string;
  text: string;
  todo: { href: string; label: string } | null;
  /** Something else that helps, said less loudly. */
  also?: { href: string; label: string };
};

/** How far an unpaid plan is open is the gate's to say, which alone decides. */
type Context = WhileOwing & { locale: string; now: Date };

/** Days before a trial's end that it is spoken of; Stripe tells of it three days ahead as well. */
const TRIAL_DAYS = 3;

const anotherCard = { href: "/account/cards/add", label: "Use another card" };
const addCard = { href: "/account/cards/add", label: "Add a card" };

/** Puts what a subscriber has to know on every page into words; null where there is nothing. */
export function noticeOf(facts: NoticeFacts, context: Context): Notice | null {
  if (isNamedStatus(facts.status)) return words[facts.status](facts, context);
  const text = "Write to us and we put it right.";
  return { tone: "warn", title: "Your plan is in a state we don't know", text, todo: null };
}

const words: Record<SubscriptionStatus, (facts: NoticeFacts, context: Context) => Notice | null> = {
  past_due: (facts, context) => (facts.owed?.bankAsks ? asked(facts, context) : failed(facts, context)),
  unpaid: (facts, { locale }) => ({
    tone: "warn",
    title: "Your plan isn't paid",
    text: `${facts.cardless ? "There is no card to take it from" : "We have stopped trying your card"}. As soon as you have paid, what your plan opens is open again.`,
    todo: pay(facts, locale),
    also: facts.cardless ? addCard : anotherCard,
  }),
  paused: ({ planName }) => ({
    tone: "warn",
    title: "Your trial is over and no card was there to go on with",
    text: "Nothing was charged, and what your plan opens is closed. It waits for you.",
    todo: { href: "/account/go-on", label: `Go on with ${planName}` },
    also: { href: "/account/cancel", label: "End this plan" },
  }),
  trialing: (facts, context) => trialEnds(facts, context) ?? cardEnds(facts, context),
  active: cardEnds,
  incomplete: () => null,
  incomplete_expired: () => null,
  canceled: () => null,
};

const restOpen =
  "What is counted by use is closed, and opens again as soon as you have paid. The rest of your plan is paid for and stays open.";

function failed(facts: NoticeFacts, { locale, openUntil, restStaysOpen }: Context): Notice {
  const { cardless } = facts;
  const closed = restStaysOpen
    ? restOpen
    : "What your plan opens is closed, and opens again as soon as you have paid.";
  const open = openUntil && `Until ${formatDate(openUntil, locale)} everything stays open to you.`;
  return {
    tone: "warn",
    title: cardless
      ? "Your payment is due, and there is no card to take it from"
      : "Your last payment didn't go through",
    text: !open ? closed : cardless ? open : `Your card is tried again over the next days. ${open}`,
    todo: pay(facts, locale),
    also: cardless ? addCard : anotherCard,
  };
}

function asked(facts: NoticeFacts, { locale, openUntil, restStaysOpen }: Context): Notice {
  return {
    tone: "warn",
    title: "Your bank wants you to confirm your payment",
    text: openUntil
      ? `Nothing is charged before you have. Until ${formatDate(openUntil, locale)} everything stays open to you.`
      : `Nothing is charged before you have${restStaysOpen ? `. ${restOpen}` : ", and until then what your plan opens is closed."}`,
    todo: pay(facts, locale, "Confirm"),
    also: anotherCard,
  };
}

function pay({ owed }: NoticeFacts, locale: string, verb: "Pay" | "Confirm" = "Pay"): Notice["todo"] {
  if (!owed) return null;
  if (owed.count > 1) return { href: "/account/invoices", label: "Pay your invoices" };
  const amount = formatMoney(owed.remaining, owed.currency, locale);
  const label = verb === "Pay" ? `Pay ${amount} now` : `Confirm ${amount}`;
  return { href: `/account/invoices/${owed.invoice}/pay`, label };
}

function trialEnds(
  { trialEnd, ends, card, cardless, lowered, withoutCard, planName }: NoticeFacts,
  context: Context,
): Notice | null {
  const { locale, now } = context;
  if (ends || !trialEnd || trialEnd.getTime() - now.getTime() > TRIAL_DAYS * 86_400_000) return null;
  const date = formatDate(trialEnd, locale);
  const title = `Your trial of ${planName} ends on ${date}`;
  if (!cardless) {
    const from = card ? `your ${cardName(card)}` : "what you pay with";
    const first = lowered
      ? `The plan begins then. What is to be paid after your discount or credit, if anything, is taken from ${from}.`
      : `Your first payment is taken from ${from} then.`;
    const text = `${first} If you leave before, nothing is charged.`;
    return { tone: "info", title, text, todo: { href: "/account", label: "See your plan" } };
  }
  const text =
    withoutCard === "create_invoice"
      ? `${lowered ? "The plan begins" : "Your first payment is due"} then, and there is no card to pay with.`
      : "Without a card, what your plan opens closes then. Nothing is charged.";
  return { tone: "warn", title, text, todo: addCard };
}

function cardEnds({ card, ends }: NoticeFacts, { locale, now }: Context): Notice | null {
  if (ends || !card?.expires) return null;
  const { month, year } = card.expires;
  const left = year * 12 + month - 1 - (now.getUTCFullYear() * 12 + now.getUTCMonth());
  if (left > 1) return null;
  const last = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const name = last.format(Date.UTC(year, month - 1));
  return {
    tone: left < 0 ? "warn" : "info",
    title: left < 0 ? `Your card expired at the end of ${name}` : `Your card expires at the end of ${name}`,
    text: `Your ${cardName(card)} pays for your plan. With another in its place, it renews as it always did.`,
    todo: anotherCard,
  };
}
