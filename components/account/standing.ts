import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { isNamedStatus, type SubscriptionStatus } from "@/lib/billing/status";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";

/** How a subscription stands, in sentences for its owner. */
export type Standing = {
  /** What the page opens with. */
  sentence: string;
  /** What stands in the way, where something does: shown on every page. */
  warning: Warning | null;
};

type Warning = {
  title: string;
  text: string;
  /** The one thing to do about it; null where that is ours to do. */
  todo: "pay" | null;
};

type Context = {
  locale: string;
  /** Until when an unpaid plan stays open; null when it is closed. */
  openUntil: Date | null;
};

/** Puts a subscription into words. `openUntil` comes from the gate, which alone decides. */
export function standingOf(own: OwnSubscription, context: Context): Standing {
  if (isNamedStatus(own.status)) return words[own.status](own, context);
  return {
    sentence: `You have ${own.planName}.`,
    warning: { title: "Your plan is in a state we don't know", text: askUs, todo: null },
  };
}

const words: Record<SubscriptionStatus, (own: OwnSubscription, context: Context) => Standing> = {
  active: running,
  trialing: (own, { locale }) => ({
    sentence:
      `You are trying ${priced(own, locale)}. ${whatComes(own, locale, "Your first payment is on")}`.trim(),
    warning: null,
  }),
  past_due: (own, { locale, openUntil }) => ({
    sentence: `You are on ${priced(own, locale)}.`,
    warning: {
      title: "Your last payment didn't go through",
      text: openUntil
        ? `Your card is tried again over the next days. Until ${formatDate(openUntil, locale)} everything stays open to you.`
        : "What your plan opens is closed, and opens again as soon as you have paid.",
      todo: "pay",
    },
  }),
  unpaid: (own, { locale }) => ({
    sentence: `You are on ${priced(own, locale)}, and what it opens is closed.`,
    warning: {
      title: "Your plan isn't paid",
      text: "We have stopped trying your card. What your plan opens opens again as soon as you have paid.",
      todo: "pay",
    },
  }),
  paused: (own) => ({
    sentence: `Your ${own.planName} plan is paused.`,
    warning: {
      title: "Your trial is over and no card was there to go on with",
      text: `Nothing is charged, and what your plan opens is closed. ${askUs}`,
      todo: null,
    },
  }),
  incomplete: (own, { locale }) => ({
    sentence: `You began ${priced(own, locale)} and haven't paid for it.`,
    warning: null,
  }),
  incomplete_expired: (own) => ({
    sentence: `You began ${own.planName} once and didn't pay for it. Nothing was charged.`,
    warning: null,
  }),
  canceled: (own, { locale }) => ({
    sentence: `Your ${own.planName} plan ended${own.endedAt ? ` on ${formatDate(own.endedAt, locale)}` : ""}.`,
    warning: null,
  }),
};

const askUs = "Write to us and we put it right.";

function running(own: OwnSubscription, { locale }: Context): Standing {
  return {
    sentence: `You are on ${priced(own, locale)}. ${whatComes(own, locale, "It renews on")}`.trim(),
    warning: null,
  };
}

function whatComes(own: OwnSubscription, locale: string, goesOn: string): string {
  const { endsAt, periodEnd, pause, change } = own;
  if (endsAt) return `It ends on ${formatDate(endsAt, locale)}.`;
  if (change) return `It changes to ${change.planName} on ${formatDate(change.from, locale)}.`;
  if (pause) return `It rests${pause.resumesAt ? ` until ${formatDate(pause.resumesAt, locale)}` : ""}.`;
  return periodEnd ? `${goesOn} ${formatDate(periodEnd, locale)}.` : "";
}

/** "Studio, $19.00 a month". */
function priced({ planName, price, seats }: OwnSubscription, locale: string): string {
  if (!price) return planName;
  const cost = `${formatMoney(price.amount, price.currency, locale)} a ${price.interval}`;
  return seats > 1 ? `${planName} with ${seats} seats, ${cost}` : `${planName}, ${cost}`;
}
