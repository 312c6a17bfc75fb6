import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { putLine } from "./draft";
import { lineOf } from "./invoice-item";
import { priceLines } from "./price-lines";
import { draftAmounts, linesOf } from "./totals-of";

type Line = Held<"line_item">;

/**
 * Brings a draft's lines and amounts in step with its invoice items: those given are added or changed in their
 * place, and lines of items that are no longer the invoice's go.
 */
export function recount(
  work: Work,
  invoice: Held<"invoice">,
  items: readonly Held<"invoiceitem">[],
): Held<"invoice"> {
  const given = new Map(items.map((item) => [item.id, item]));
  const kept = linesOf(work, invoice).filter((line) => !isGone(work, invoice, line));
  const lines = kept.map((line) => {
    const item = given.get(itemOf(line) ?? "");
    given.delete(item?.id ?? "");
    return item === undefined ? line : work.store.update("line_item", line.id, lineOf(item));
  });
  const added = [...given.values()].map((item) => putLine(work, invoice.id, invoice.currency, lineOf(item)));
  const priced = priceLines(work, invoice, [...lines, ...added]);
  return work.store.update("invoice", invoice.id, {
    ...draftAmounts(priced, invoice.starting_balance),
    lines: priced.map(({ id }) => id),
  });
}

/** The invoice item a line bills, or null for a line of its own. */
export function itemOf(line: Line): string | null {
  const { parent } = line;
  return (
    parent?.invoice_item_details?.invoice_item ?? parent?.subscription_item_details?.invoice_item ?? null
  );
}

function isGone(work: Work, invoice: Held<"invoice">, line: Line): boolean {
  const item = itemOf(line);
  return item !== null && work.store.get("invoiceitem", item)?.invoice !== invoice.id;
}
