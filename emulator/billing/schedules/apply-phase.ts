import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import { priceOfItem } from "../price";
import { changeItems } from "../subscriptions/change-items";
import { changeTrial } from "../subscriptions/change-trial";
import { costOfAll, subscriptionDiscounts } from "../subscriptions/discounts";
import { addInvoiceItems } from "../subscriptions/extra-items";
import type { Payment } from "../subscriptions/pay-update";
import { payingMethod } from "../subscriptions/payment-method";
import { itemsOf, periodEndOf } from "../subscriptions/period";
import type { Phase, Schedule } from "./phase";
import { phaseChanges } from "./phase-changes";
import { givenDiscounts, sameDiscounts } from "./phase-discounts";
import { givenExtras } from "./phase-extras";
import { termsOf } from "./phase-terms";

type Subscription = Held<"subscription">;

/** How a phase is applied: `previous` is what it replaces where it runs already. */
export type Application = {
  readonly at: number;
  readonly behavior: Phase["proration_behavior"];
  readonly previous: Phase | null;
};

/**
 * Makes a subscription what a phase says it is, and bills the difference as `behavior` says. Items whose period
 * is over are left to renewal. No event for the subscription itself.
 */
export function applyPhase(
  work: Work,
  schedule: Schedule,
  phase: Phase,
  { at, behavior, previous }: Application,
): void {
  const subscription = work.store.must("subscription", schedule.subscription ?? "");
  const anchor = phase.billing_cycle_anchor ?? schedule.default_settings.billing_cycle_anchor;
  const restarts = previous === null && anchor === "phase_start";
  const changed = work.store.update("subscription", subscription.id, {
    ...termsOf(schedule, phase),
    ...(phase.metadata ? { metadata: mergeMetadata(subscription.metadata, phase.metadata) } : {}),
    ...(restarts ? { billing_cycle_anchor: at } : {}),
    default_tax_rates: phase.default_tax_rates ?? [],
    discounts: discountsIn(work, subscription, phase, previous),
  });
  const payment = payingMethod(work, changed) ? {} : ({ payment_behavior: "default_incomplete" } as const);
  applyTrial(work, changed, phase, previous, { at, payment });
  const now = work.store.must("subscription", subscription.id);
  if (previous === null) addInvoiceItems(work, now, givenExtras(phase));
  changeItems(work, now, phaseChanges(work, now, phase, previous), {
    anchor: restarts && periodEndOf(work, now) > at ? "now" : "unchanged",
    at,
    behavior,
    extras: previous === null && phase.add_invoice_items.length > 0,
    payment,
    prorateAt: at,
  });
}

function discountsIn(work: Work, subscription: Subscription, phase: Phase, previous: Phase | null) {
  if (previous && sameDiscounts(previous.discounts, phase.discounts)) return subscription.discounts;
  const items = itemsOf(work, subscription);
  const cost = costOfAll(
    items.map((item) => ({ price: priceOfItem(work, item), quantity: item.quantity ?? 0 })),
  );
  return subscriptionDiscounts(work, subscription, givenDiscounts(phase.discounts), cost);
}

/** A phase's trial begins, moves or ends with it. */
function applyTrial(
  work: Work,
  subscription: Subscription,
  phase: Phase,
  previous: Phase | null,
  { at, payment }: { readonly at: number; readonly payment: Payment },
): void {
  if (previous && previous.trial_end === phase.trial_end) return;
  const trialing = subscription.status === "trialing";
  if (phase.trial_end !== null && phase.trial_end > at) {
    const { proration_behavior } = phase;
    changeTrial(work, subscription, phase.trial_end, at, { payment, proration_behavior });
  } else if (trialing && (subscription.trial_end ?? 0) > at) {
    changeTrial(work, subscription, "now", at, { payment });
  }
}
