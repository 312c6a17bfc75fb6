import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { isNamedStatus, type SubscriptionStatus } from "@/lib/billing/status";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";

/** How a subscription stands, in sentences for its owner. */
export type Standing = {
  /** What the page opens with. */
  sentence: string;
  /** What is owed or decided, where something is: shown above everything else. */
  warning: { title: string; text: string } | null;
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
    warning: { title: "Its state is one we don't know", text: askUs },
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
        : "Your card is tried again. What your plan opens is closed until the payment has come through.",
    },
  }),
  unpaid: (own, { locale }) => ({
    sentence: `You are on ${priced(own, locale)}, and what it opens is closed.`,
    warning: { title: "Your plan isn't paid", text: `We have stopped trying your card. ${askUs}` },
  }),
  paused: (own) => ({
    sentence: `Your ${own.planName} plan is paused.`,
    warning: { title: "Nothing is charged and what it opens is closed", text: askUs },
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

function whatComes({ endsAt, periodEnd }: OwnSubscription, locale: string, goesOn: string): string {
  if (endsAt) return `It ends on ${formatDate(endsAt, locale)}.`;
  return periodEnd ? `${goesOn} ${formatDate(periodEnd, locale)}.` : "";
}

/** "Studio, $19.00 a month". */
function priced({ planName, price }: OwnSubscription, locale: string): string {
  if (!price) return planName;
  return `${planName}, ${formatMoney(price.amount, price.currency, locale)} a ${price.interval}`;
}
