import type { FeatureKey } from "@/billing.config";
import { featuresAmong, isFeature } from "../features";
import { isNamedStatus, type SubscriptionStatus } from "../status";
import type {
  AccessFact,
  AccessReason,
  ClosedFeature,
  ClosedReason,
  GrantFact,
  OpenFeature,
  SubscriptionFact,
} from "./facts";

type Terms = {
  now: Date;
  graceDays: number;
  closedBy: { fullRefund: boolean; lostDispute: boolean };
  /** What is counted while it is used, and of which feature. */
  meters: Readonly<Record<string, { feature: string }>>;
};
type Verdict =
  | Omit<OpenFeature, "feature">
  | "closed"
  /** Closed for a reason its owner should hear, since a day that may be known. */
  | { closed: ClosedReason; since: Date | null }
  | { unknown: string };
/** Why something is open as long as nothing ends it. */
type Going = Pick<OpenFeature, "reason" | "trialEnds">;

/**
 * Decides what is open, from what is known. Pure; the clock comes in with `now`.
 *
 * @returns the features that are open, in our order, each with its longest-lasting reason; those that are closed though a
 * subscription would open them otherwise; and a line for every fact that made no sense. Such a fact opens nothing.
 */
export function decideAccess(facts: readonly AccessFact[], terms: Terms) {
  const open = new Map<FeatureKey, OpenFeature>();
  const closed = new Map<FeatureKey, ClosedFeature>();
  const unknown: string[] = [];
  for (const fact of facts) {
    if (!isFeature(fact.feature)) continue;
    const verdict = judge(fact, terms);
    if (verdict === "closed") continue;
    if ("closed" in verdict) {
      const told = closed.get(fact.feature);
      if (!told || isNearer(verdict, told))
        closed.set(fact.feature, { feature: fact.feature, reason: verdict.closed, since: verdict.since });
      continue;
    }
    if ("unknown" in verdict) {
      unknown.push(verdict.unknown);
      continue;
    }
    if (verdict.until !== null && verdict.until <= terms.now) continue;
    const held = open.get(fact.feature);
    if (!held || outlasts(verdict, held)) open.set(fact.feature, { feature: fact.feature, ...verdict });
  }
  for (const feature of open.keys()) closed.delete(feature);
  return {
    open: featuresAmong(open.keys()).flatMap(({ key }) => open.get(key) ?? []),
    closed: featuresAmong(closed.keys()).flatMap(({ key }) => closed.get(key) ?? []),
    unknown,
  };
}

const policy: Record<SubscriptionStatus, (fact: SubscriptionFact, terms: Terms) => Verdict> = {
  active: (fact, terms) => unlessReturned(fact, terms) ?? openToItsEnd(fact, { reason: "subscription" }),
  trialing: (fact, terms) => unlessReturned(fact, terms) ?? openInTrial(fact),
  past_due: (fact, terms) => unlessReturned(fact, terms) ?? openWhileOwing(fact, terms),
  incomplete: () => "closed",
  incomplete_expired: () => "closed",
  unpaid: () => ({ closed: "unpaid", since: null }),
  paused: () => ({ closed: "trial_over", since: null }),
  canceled: ({ endedAt }) => ({ closed: "ended", since: endedAt }),
};

function judge(fact: AccessFact, terms: Terms): Verdict {
  if (fact.source === "grant") return judgeGrant(fact);
  if (fact.source === "return") return { closed: "returned", since: fact.returnedOn };
  return outlived(judgeSubscription(fact, terms), terms);
}

function judgeGrant({ endsAt, boughtOn }: GrantFact): Verdict {
  return boughtOn ? { reason: "bought", boughtOn, until: endsAt } : { reason: "grant", until: endsAt };
}

function judgeSubscription(fact: SubscriptionFact, terms: Terms): Verdict {
  if (isNamedStatus(fact.status)) return policy[fact.status](fact, terms);
  return { unknown: `${fact.subscriptionId} has the unknown status "${fact.status}"` };
}

/** What was given back, by us or by a bank, opens nothing any more, if billing.config.ts says so. */
function unlessReturned(fact: SubscriptionFact, { closedBy }: Terms): Verdict | null {
  if (closedBy.lostDispute && fact.lostDispute) return { closed: "lost_dispute", since: null };
  return closedBy.fullRefund && fact.refunded ? { closed: "refunded", since: null } : null;
}

/** A subscription whose time has come closes, whether or not Stripe has told us yet. */
function outlived(verdict: Verdict, { now }: Terms): Verdict {
  if (verdict === "closed" || !("until" in verdict) || verdict.until === null) return verdict;
  if (verdict.until > now) return verdict;
  return { closed: overdue[verdict.reason] ?? "ended", since: verdict.until };
}

const overdue: Partial<Record<AccessReason, ClosedReason>> = { grace: "unpaid", trial: "trial_over" };

/** A trial's period is the trial. Without a card to go on with, it is all there is. */
function openInTrial(fact: SubscriptionFact): Verdict {
  const { periodEnd } = fact;
  const verdict = openToItsEnd(fact, { reason: "trial", ...(periodEnd && { trialEnds: periodEnd }) });
  if (verdict === "closed" || !("until" in verdict) || verdict.until !== null) return verdict;
  return fact.endsWithTrial ? { ...verdict, until: periodEnd } : verdict;
}

function openToItsEnd(fact: SubscriptionFact, going: Going): Verdict {
  if (fact.paused) return openUntilPause(fact);
  if (fact.cancelAt) return { reason: "ending", until: fact.cancelAt };
  if (!fact.cancelAtPeriodEnd) return { ...going, until: null };
  if (fact.periodEnd) return { reason: "ending", until: fact.periodEnd };
  return { unknown: `${fact.subscriptionId} ends with a period that has no end` };
}

/** A pause begins with the first period that isn't paid. */
function openUntilPause(fact: SubscriptionFact): Verdict {
  if (!fact.paid) return { closed: "paused", since: null };
  if (fact.periodEnd) return { reason: "pausing", until: fact.periodEnd };
  return { unknown: `${fact.subscriptionId} is paused after a period that has no end` };
}

/** A bill of what was used closes what is used: the rest is paid for, perhaps for a year. */
function openWhileOwing(fact: SubscriptionFact, terms: Terms): Verdict {
  const isCounted = Object.values(terms.meters).some(({ feature }) => feature === fact.feature);
  return fact.owesUseAlone && !isCounted
    ? openToItsEnd(fact, { reason: "subscription" })
    : openInGrace(fact, terms);
}

/** Counted from the oldest unpaid invoice, so that the next period's invoice doesn't start the grace anew. */
function openInGrace(fact: SubscriptionFact, { graceDays }: Terms): Verdict {
  const since = fact.unpaidSince ?? fact.periodStart;
  if (!since) return { unknown: `${fact.subscriptionId} is past due since a time that isn't known` };
  const graceEnd = new Date(since.getTime() + graceDays * 86_400_000);
  const end = fact.cancelAt ?? (fact.cancelAtPeriodEnd ? fact.periodEnd : null);
  return { reason: "grace", until: end && end < graceEnd ? end : graceEnd };
}

/** What can still be put right is told before what is over, and the newer end before older ones. */
function isNearer(a: { closed: ClosedReason; since: Date | null }, told: ClosedFeature): boolean {
  if (!isOver(told.reason)) return false;
  return !isOver(a.closed) || (a.since ?? new Date(0)) > (told.since ?? new Date(0));
}

function isOver(reason: ClosedReason): boolean {
  return reason === "ended" || reason === "returned";
}

function outlasts(a: { until: Date | null }, b: { until: Date | null }): boolean {
  if (b.until === null) return false;
  return a.until === null || a.until > b.until;
}
