import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { usageLine } from "./item-lines";
import { priceLines } from "./price-lines";
import { draftAmounts, linesOf } from "./totals-of";

type Line = Held<"line_item">;

/**
 * Counts again what a draft bills for use: what is reported in the hour before it is closed still counts.
 * https://docs.stripe.com/billing/subscriptions/usage-based-legacy/migration-guide
 */
export function countLateUsage(work: Work, draft: Held<"invoice">): Held<"invoice"> {
  const lines = linesOf(work, draft);
  const used = lines.map((line) => countAgain(work, line));
  if (used.every((line, position) => line === lines[position])) return draft;
  const priced = priceLines(work, draft, used);
  return work.store.update("invoice", draft.id, draftAmounts(priced, draft.starting_balance));
}

/** The line itself where it isn't for use, or nothing came later. */
function countAgain(work: Work, line: Line): Line {
  const id = line.parent?.subscription_item_details?.subscription_item;
  const item = id ? work.store.get("subscription_item", id) : undefined;
  if (item === undefined || item.quantity !== undefined || item.price !== line.pricing?.price_details?.price)
    return line;
  const now = usageLine(work, item, line.period);
  return now.quantity === line.quantity ? line : work.store.update("line_item", line.id, now);
}
