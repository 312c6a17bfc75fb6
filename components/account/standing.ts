import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { isNamedStatus, type SubscriptionStatus } from "@/lib/billing/status";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";

type Words = (own: OwnSubscription, locale: string) => string;

/** How a subscription stands, in a sentence for its owner. What stands in its way is the banner's to say (notice-words.ts). */
export function standingOf(own: OwnSubscription, locale: string): string {
  return isNamedStatus(own.status) ? words[own.status](own, locale) : `You have ${own.planName}.`;
}

const words: Record<SubscriptionStatus, Words> = {
  active: (own, locale) =>
    `You are on ${priced(own, locale)}. ${whatComes(own, locale, "It renews on")}`.trim(),
  trialing: (own, locale) =>
    `You are trying ${priced(own, locale)}. ${whatComes(own, locale, "The plan itself begins on")}`.trim(),
  past_due: (own, locale) => `You are on ${priced(own, locale)}.`,
  unpaid: (own, locale) => `You are on ${priced(own, locale)}, and what it opens is closed.`,
  paused: ({ planName }) => `Your trial of ${planName} is over, and the plan waits for a card.`,
  incomplete: (own, locale) => `You began ${priced(own, locale)} and haven't paid for it.`,
  incomplete_expired: ({ planName }) =>
    `You began ${planName} once and didn't pay for it. Nothing was charged.`,
  canceled: ({ planName, endedAt }, locale) =>
    `Your ${planName} plan ended${endedAt ? ` on ${formatDate(endedAt, locale)}` : ""}.`,
};

function whatComes(own: OwnSubscription, locale: string, goesOn: string): string {
  const { endsAt, periodEnd, pause, change, withoutCard } = own;
  if (endsAt) return `It ends on ${formatDate(endsAt, locale)}.`;
  if (change) return `It changes to ${change.planName} on ${formatDate(change.from, locale)}.`;
  if (pause) return `It is paused${pause.resumesAt ? ` until ${formatDate(pause.resumesAt, locale)}` : ""}.`;
  if (withoutCard && periodEnd) return cardless[withoutCard](formatDate(periodEnd, locale));
  return periodEnd ? `${goesOn} ${formatDate(periodEnd, locale)}.` : "";
}

/** What becomes of a trial that nobody adds a card to. */
const cardless: Record<NonNullable<OwnSubscription["withoutCard"]>, (date: string) => string> = {
  cancel: (date) => `It ends on ${date}, unless you add a card before.`,
  pause: (date) => `It closes on ${date} and waits for you, unless you add a card before.`,
};

/** "Studio, $19.00 a month". */
function priced({ planName, price, seats }: OwnSubscription, locale: string): string {
  if (!price) return planName;
  const cost = `${formatMoney(price.amount, price.currency, locale)} a ${price.interval}`;
  return seats > 1 ? `${planName} with ${seats} seats, ${cost}` : `${planName}, ${cost}`;
}
