import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { LineDraft } from "../invoices/draft";
import { cycleLine, partialLine, trialLine } from "../invoices/item-lines";
import { nextPeriod, periodEnd } from "../periods";
import { priceOfItem, recurrenceOf } from "../price";
import { itemsOf } from "./period";
import type { CreateParams } from "./read-create";
import { wholePeriod } from "./whole-period";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

/**
 * What a new subscription is billed for: whole periods from its start on, the part of one up to a later anchor or
 * its own end, or nothing during a trial. Usage comes later.
 */
export function firstLines(
  work: Work,
  subscription: Subscription,
  behavior: NonNullable<CreateParams["proration_behavior"]>,
): readonly LineDraft[] {
  return itemsOf(work, subscription)
    .filter((item) => item.quantity !== undefined)
    .flatMap((item) => linesOf(work, subscription, item, behavior));
}

function linesOf(
  work: Work,
  subscription: Subscription,
  item: Item,
  behavior: NonNullable<CreateParams["proration_behavior"]>,
): readonly LineDraft[] {
  const period = { start: item.current_period_start, end: item.current_period_end };
  if (subscription.status === "trialing") return [trialLine(work, item, period)];
  const price = priceOfItem(work, item);
  const whole = wholePeriod(subscription, price, period);
  const part = () => partialLine(work, item, period, behavior === "none" ? null : whole);
  if (subscription.billing_cycle_anchor > subscription.created) return [part()];
  const lines: LineDraft[] = [];
  const anchor = subscription.billing_cycle_anchor;
  const start = subscription.start_date;
  const recurrence = recurrenceOf(price);
  let past = { start, end: periodEnd(start, recurrence, anchor) };
  for (; past.end <= period.start; past = nextPeriod(past, recurrence, anchor)) {
    if (behavior !== "none") lines.push(cycleLine(work, item, past));
  }
  return [...lines, whole.start === period.start ? cycleLine(work, item, period) : part()];
}
