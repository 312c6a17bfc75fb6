import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** Binds invoice items to the invoice whose lines they have become. */
export function bindItems(work: Work, items: readonly Held<"invoiceitem">[], invoice: string): void {
  for (const { id } of items) work.store.update("invoiceitem", id, { invoice });
}
