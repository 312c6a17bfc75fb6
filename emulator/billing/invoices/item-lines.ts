import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { runningDiscounts } from "../discounts/running";
import { usageOf } from "../meters/usage";
import type { Period } from "../periods";
import { costOf, priceOfItem, pricingOf, type RecurringPrice } from "../price";
import { remainingTime } from "../proration";
import { cycleDescription, prorationDescription, trialDescription } from "./describe";
import type { LineDraft } from "./draft";

type Item = Held<"subscription_item">;

/** The line that bills an item for a whole period. */
export function cycleLine(work: Work, item: Item, period: Period): LineDraft {
  const price = priceOfItem(work, item);
  const quantity = item.quantity ?? 0;
  const amount = costOf(price, quantity);
  return itemLine(work, item, price, period, {
    amount,
    description: cycleDescription(work, price, quantity),
    unitAmountDecimal: price.unit_amount_decimal,
  });
}

/**
 * The line that bills what a metered item was used for in a period that is over, from where use was billed last:
 * a price that changed on the way bills only what came after it. What is used in a trial is free.
 */
export function usageLine(work: Work, item: Item, past: Period): LineDraft {
  const price = priceOfItem(work, item);
  const subscription = work.store.must("subscription", item.subscription);
  const unbilled = { start: Math.max(past.start, item.billed_until ?? 0), end: past.end };
  const counted = { ...unbilled, start: Math.max(unbilled.start, freeUntil(subscription, past)) };
  const quantity = usageOf(work, price.recurring.meter, subscription.customer, counted);
  const line = itemLine(work, item, price, unbilled, {
    amount: costOf(price, quantity),
    description: cycleDescription(work, price, quantity),
    unitAmountDecimal: price.unit_amount_decimal,
  });
  return { ...line, quantity, quantity_decimal: String(quantity) };
}

/** When a trial ends that a period begins in, unix seconds. */
function freeUntil({ trial_end, trial_start }: Held<"subscription">, { start }: Period): number {
  return trial_start !== null && trial_start <= start ? (trial_end ?? 0) : 0;
}

/**
 * The line that bills an item for a part of `whole`, from the start of `period` on; nothing without `whole`.
 */
export function partialLine(work: Work, item: Item, period: Period, whole: Period | null): LineDraft {
  const price = priceOfItem(work, item);
  const quantity = item.quantity ?? 0;
  return itemLine(work, item, price, period, {
    amount: whole === null ? 0 : remainingTime(pricingOf(price), quantity, whole, period.start),
    description: prorationDescription(work, "Remaining", price, quantity, period.start),
    unitAmountDecimal: null,
  });
}

/** The line of nothing that stands on a trial's invoice. */
export function trialLine(work: Work, item: Item, period: Period): LineDraft {
  const price = priceOfItem(work, item);
  return itemLine(work, item, price, period, {
    amount: 0,
    description: trialDescription(work, price, item.quantity ?? 0),
    unitAmountDecimal: "0",
  });
}

function itemLine(
  work: Work,
  item: Item,
  price: RecurringPrice,
  period: Period,
  line: { amount: number; description: string; unitAmountDecimal: string | null },
): LineDraft {
  const { test_clock: clock } = work.store.must("subscription", item.subscription);
  return {
    amount: line.amount,
    description: line.description,
    discount_amounts: [],
    discountable: true,
    discounts: runningDiscounts(work, item.discounts, work.now(clock)),
    metadata: item.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: item.subscription,
        subscription_item: item.id,
      },
      type: "subscription_item_details",
    },
    period,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: "price_details",
      unit_amount_decimal: line.unitAmountDecimal,
    },
    quantity: item.quantity ?? null,
    quantity_decimal: item.quantity === undefined ? null : String(item.quantity),
    subtotal: line.amount,
    tax_rates: item.tax_rates ?? [],
    taxes: [],
  };
}
