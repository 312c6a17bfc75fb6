import { inCurrency } from "../../billing/price";
import { taxRatesOf } from "../../billing/tax/rates";
import { missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { checkPrices } from "./check";
import { countLines } from "./count-lines";
import { adjustableOf, type ItemStart, priceOf, putLineItems, readLineItem } from "./line-items";
import { linesOf, priceOfLine, recount, termsOf } from "./recount";

type Session = Held<"checkout.session">;
type Item = Held<"item">;
type Line = NonNullable<ParamsOf<"checkout.sessions.update">["line_items"]>[number];

/**
 * Puts other lines into a session: those that are named stay, changed as is said; what isn't named goes.
 * https://docs.stripe.com/payments/checkout/dynamically-update-line-items
 */
export function replaceLines(work: Work, session: Session, given: readonly Line[]): Session {
  const present = new Map(linesOf(work, session).map((item) => [item.id, item]));
  const rates = session.asked.subscription_data?.default_tax_rates ?? [];
  const defaults = taxRatesOf(work, rates, "subscription_data[default_tax_rates]");
  const starts = given.map((line, index) => {
    const at = `line_items[${index}]`;
    if (line.id === undefined) return newLine(work, line, at, { defaults, session });
    const item = present.get(line.id);
    if (!item) throw missingReference("line item", line.id, `${at}[id]`);
    return changed(work, item, line, at);
  });
  checkPrices(starts, session.mode);
  for (const id of present.keys()) work.store.delete("item", id);
  const items = putLineItems(work, session.id, starts, countLines(work, starts, termsOf(work, session)));
  const line_items = items.map(({ id }) => id);
  return recount(work, work.store.update("checkout.session", session.id, { line_items }));
}

function newLine(
  work: Work,
  { id: _none, metadata, tax_rates, ...line }: Line,
  at: string,
  { defaults, session }: { defaults: readonly string[]; session: Session },
): ItemStart {
  const given = { ...line, metadata: metadata || {}, tax_rates: tax_rates || [] };
  return readLineItem(work, given, at, defaults, session.currency ?? undefined);
}

/** A line that stays, with what is said of it. The price it has may be archived by now, or was made for it alone. */
function changed(work: Work, item: Item, line: Line, at: string): ItemStart {
  const { adjustable_quantity: adjustable, metadata, price, price_data, quantity, tax_rates } = line;
  const isPriced = price !== undefined || price_data !== undefined;
  return {
    adjustable: adjustable ? adjustableOf(line) : item.adjustable_quantity,
    id: item.id,
    metadata: mergeMetadata(item.metadata, metadata),
    price: isPriced ? inCurrency(priceOf(work, line, at), item.currency, at) : priceOfLine(work, item),
    quantity: quantity ?? item.quantity ?? 0,
    taxRates:
      tax_rates === undefined ? item.tax_rates : taxRatesOf(work, tax_rates || [], `${at}[tax_rates]`),
  };
}
