import type { FeatureKey } from "@/billing.config";
import { featuresAmong, isFeature } from "../features";
import { isNamedStatus, type SubscriptionStatus } from "../status";
import type {
  AccessFact,
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
};
type Verdict =
  | Omit<OpenFeature, "feature">
  | "closed"
  /** Closed for a reason its owner should hear. */
  | { closed: ClosedReason }
  | { unknown: string };

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
    const verdict = fact.source === "grant" ? judgeGrant(fact) : judgeSubscription(fact, terms);
    if (verdict === "closed") continue;
    if ("closed" in verdict) {
      closed.set(fact.feature, { feature: fact.feature, reason: verdict.closed });
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
  active: (fact, terms) => unlessReturned(fact, terms) ?? openToItsEnd(fact, "subscription"),
  trialing: (fact, terms) => unlessReturned(fact, terms) ?? openToItsEnd(fact, "trial"),
  past_due: (fact, terms) => unlessReturned(fact, terms) ?? openInGrace(fact, terms),
  incomplete: () => "closed",
  incomplete_expired: () => "closed",
  unpaid: () => "closed",
  paused: () => "closed",
  canceled: () => "closed",
};

function judgeGrant(fact: GrantFact): Verdict {
  return { reason: "grant", until: fact.endsAt };
}

function judgeSubscription(fact: SubscriptionFact, terms: Terms): Verdict {
  if (isNamedStatus(fact.status)) return policy[fact.status](fact, terms);
  return { unknown: `${fact.subscriptionId} has the unknown status "${fact.status}"` };
}

/** What was given back, by us or by a bank, opens nothing any more, if billing.config.ts says so. */
function unlessReturned(fact: SubscriptionFact, { closedBy }: Terms): Verdict | null {
  if (closedBy.lostDispute && fact.lostDispute) return { closed: "lost_dispute" };
  return closedBy.fullRefund && fact.refunded ? { closed: "refunded" } : null;
}

function openToItsEnd(fact: SubscriptionFact, reason: "subscription" | "trial"): Verdict {
  if (fact.paused) return openUntilPause(fact);
  if (fact.cancelAt) return { reason: "ending", until: fact.cancelAt };
  if (!fact.cancelAtPeriodEnd) return { reason, until: null };
  if (fact.periodEnd) return { reason: "ending", until: fact.periodEnd };
  return { unknown: `${fact.subscriptionId} ends with a period that has no end` };
}

/** A pause begins with the first period that isn't paid. */
function openUntilPause(fact: SubscriptionFact): Verdict {
  if (!fact.paid) return { closed: "paused" };
  if (fact.periodEnd) return { reason: "pausing", until: fact.periodEnd };
  return { unknown: `${fact.subscriptionId} is paused after a period that has no end` };
}

/** Counted from the oldest unpaid invoice, so that the next period's invoice doesn't start the grace anew. */
function openInGrace(fact: SubscriptionFact, { graceDays }: Terms): Verdict {
  const since = fact.unpaidSince ?? fact.periodStart;
  if (!since) return { unknown: `${fact.subscriptionId} is past due since a time that isn't known` };
  const graceEnd = new Date(since.getTime() + graceDays * 86_400_000);
  const end = fact.cancelAt ?? (fact.cancelAtPeriodEnd ? fact.periodEnd : null);
  return { reason: "grace", until: end && end < graceEnd ? end : graceEnd };
}

function outlasts(a: { until: Date | null }, b: { until: Date | null }): boolean {
  if (b.until === null) return false;
  return a.until === null || a.until > b.until;
}
