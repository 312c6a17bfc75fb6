import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { putLine } from "./draft";
import { lineOf } from "./invoice-item";
import { priceLines } from "./price-lines";
import { draftAmounts, linesOf } from "./totals-of";

/** Makes the lines of a draft those of its invoice items and the ones it had of its subscription. */
export function recount(
  work: Work,
  invoice: Held<"invoice">,
  items: readonly Held<"invoiceitem">[],
): Held<"invoice"> {
  const mine = new Set(items.map(({ id }) => id));
  const kept = linesOf(work, invoice).filter((line) => !isOf(line, mine) && !isGone(work, line));
  const added = items.map((item) => putLine(work, invoice.id, invoice.currency, lineOf(item)));
  const lines = priceLines(work, invoice, [...kept, ...added]);
  return work.store.update("invoice", invoice.id, {
    ...draftAmounts(lines, invoice.starting_balance),
    lines: lines.map(({ id }) => id),
  });
}

function itemOf(line: Held<"line_item">): string | null {
  const { parent } = line;
  return (
    parent?.invoice_item_details?.invoice_item ?? parent?.subscription_item_details?.invoice_item ?? null
  );
}

function isOf(line: Held<"line_item">, items: ReadonlySet<string>): boolean {
  const item = itemOf(line);
  return item !== null && items.has(item);
}

function isGone(work: Work, line: Held<"line_item">): boolean {
  const item = itemOf(line);
  return item !== null && work.store.get("invoiceitem", item) === undefined;
}
