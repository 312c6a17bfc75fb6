import type { AccessReason, ClosedFeature, ClosedReason, OpenFeature } from "@/lib/billing/access/facts";
import { formatDate } from "@/lib/locale/date";

const because: Record<AccessReason, (day: string | null) => string> = {
  subscription: () => "open with your plan",
  trial: (until) => (until ? `open in your trial, which ends on ${until}` : "open in your trial"),
  pausing: (until) => `open until ${until}: your plan rests from then on`,
  ending: (until) => `open until ${until}: your plan ends then`,
  grace: (until) => `open until ${until}, while your payment is tried again`,
  bought: (day) => (day ? `bought on ${day}, and yours for good` : "bought, and yours for good"),
  grant: (until) => (until ? `given to you until ${until}` : "given to you for good"),
};

const closedBecause: Record<ClosedReason, (since: string | null) => string> = {
  refunded: () => "closed: what you paid for it was given back. It opens with your next payment",
  lost_dispute: () => "closed: your bank took the payment back. It opens with your next payment",
  paused: () => "closed while your plan rests",
  unpaid: (since) =>
    `closed${since ? ` since ${since}` : ""}: a bill of your plan isn't paid. It opens again as soon as you have paid`,
  trial_over: () => "closed: your trial is over and no card was there to go on with",
  returned: (since) => `closed${since ? ` since ${since}` : ""}: what you paid for it was given back`,
  ended: (since) => `closed: your plan ended${since ? ` on ${since}` : ""}`,
};

/** Why something is open and until when, to follow its name: "open until 3 May: your plan ends then". */
export function whyOpen({ reason, until, trialEnds, boughtOn }: OpenFeature, locale: string): string {
  const day = until ?? trialEnds ?? boughtOn ?? null;
  return because[reason](day && formatDate(day, locale));
}

/** Why something is closed that a subscription or a purchase of theirs would open: "closed: your plan ended on 3 May". */
export function whyClosed({ reason, since }: ClosedFeature, locale: string): string {
  return closedBecause[reason](since && formatDate(since, locale));
}

/** Such words as a sentence of their own. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
