import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { draftInvoice, type LineDraft, ofSubscription } from "../invoices/draft";
import { bindItems, lineOf, pendingItems } from "../invoices/invoice-item";
import { cycleLine, partialLine, usageLine } from "../invoices/item-lines";
import { nextPeriod, type Period } from "../periods";
import { priceOfItem, recurrenceOf } from "../price";
import { itemsOf } from "./period";
import { wholePeriod } from "./whole-period";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

const HOUR = 3600;

/**
 * Moves the items whose period is over by `at` on to their next one and drafts the invoice for it, which is
 * closed and collected an hour later. Emits `invoice.created`; the subscription's change is the caller's.
 * https://docs.stripe.com/billing/invoices/subscription#subscription-lifecycle
 */
export function renew(work: Work, subscription: Subscription, at: number): Held<"invoice"> {
  const due = itemsOf(work, subscription).filter((item) => item.current_period_end <= at);
  const past = periodOf(due);
  const renewed = due.map((item) => roll(work, subscription, item));
  return cycleInvoice(work, subscription, renewed, past, at);
}

/** Bills items for the periods they are in, together with what was pending. Emits `invoice.created`. */
export function cycleInvoice(
  work: Work,
  subscription: Subscription,
  items: readonly Item[],
  past: Period,
  at: number,
  reason: NonNullable<Held<"invoice">["billing_reason"]> = "subscription_cycle",
): Held<"invoice"> {
  const swept = pendingItems(work, subscription.customer, subscription.id);
  const held =
    subscription.pause_collection?.behavior === "keep_as_draft" || subscription.status === "unpaid";
  const draft = draftInvoice(work, work.store.must("customer", subscription.customer), {
    auto_advance: !held,
    automatically_finalizes_at: held ? null : at + HOUR,
    billing_reason: reason,
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    lines: [
      ...swept.map(lineOf),
      ...items.map((item) =>
        item.quantity === undefined ? usageLine(work, item, past) : periodLine(work, subscription, item),
      ),
    ],
    next_payment_attempt: held || subscription.collection_method === "send_invoice" ? null : at + HOUR,
    ...ofSubscription(work, subscription),
    period_end: past.end,
    period_start: past.start,
  });
  bindItems(work, swept, draft.id);
  work.store.update("subscription", subscription.id, { latest_invoice: draft.id });
  if (!held) {
    work.schedule({
      at: at + HOUR,
      clock: subscription.test_clock,
      name: "invoice.advance",
      subject: draft.id,
    });
  }
  return draft;
}

/**
 * The line of the period an item is in: of one that its subscription's end cuts short, for that part of it.
 * https://docs.stripe.com/api/subscriptions/update#update_subscription-cancel_at
 */
function periodLine(work: Work, subscription: Subscription, item: Item): LineDraft {
  const period = { start: item.current_period_start, end: item.current_period_end };
  const whole = wholePeriod(subscription, priceOfItem(work, item), period);
  return whole.start === period.start
    ? cycleLine(work, item, period)
    : partialLine(work, item, period, whole);
}

/** Leads an item into its next period, which ends with its subscription at the latest. */
function roll(work: Work, subscription: Subscription, item: Item): Item {
  const present = { start: item.current_period_start, end: item.current_period_end };
  const next = nextPeriod(present, recurrenceOf(priceOfItem(work, item)), subscription.billing_cycle_anchor);
  return work.store.update("subscription_item", item.id, {
    current_period_end: Math.min(next.end, subscription.cancel_at ?? next.end),
    current_period_start: next.start,
  });
}

function periodOf(items: readonly Item[]): Period {
  return {
    start: Math.min(...items.map((item) => item.current_period_start)),
    end: Math.max(...items.map((item) => item.current_period_end)),
  };
}
