import type { Work } from "../../core/work";
import { type ExtraItem, oneTimePrice } from "../subscriptions/extra-items";
import { taxRatesOf } from "../tax/rates";
import type { Phase, PhaseParams } from "./phase";
import { givenDiscounts, namedDiscounts } from "./phase-discounts";

type Extra = Phase["add_invoice_items"][number];

/** What is to be bought once when a phase begins, as a schedule keeps it. */
export function namedExtras(
  work: Work,
  given: PhaseParams["add_invoice_items"],
  param: string,
): readonly Extra[] {
  return (given ?? []).map((extra, position) => {
    const at = `${param}[add_invoice_items][${position}]`;
    return {
      discountable: extra.discountable ?? null,
      discounts: namedDiscounts(extra.discounts),
      metadata: Object.fromEntries(
        Object.entries(extra.metadata ?? {}).map(([key, value]) => [key, String(value)]),
      ),
      period: {
        end: extra.period?.end ?? { type: "min_item_period_end" },
        start: extra.period?.start ?? { type: "max_item_period_start" },
      },
      price: oneTimePrice(work, extra, at).id,
      quantity: extra.quantity ?? 1,
      tax_rates: taxRatesOf(work, extra.tax_rates || [], `${at}[tax_rates]`),
    };
  });
}

/** What is to be bought once when a phase begins, as a request for a subscription gives it. */
export function givenExtras(phase: Phase): readonly ExtraItem[] {
  return phase.add_invoice_items.map((extra) => ({
    discountable: extra.discountable ?? true,
    discounts: givenDiscounts(extra.discounts),
    metadata: extra.metadata ?? {},
    price: extra.price,
    quantity: extra.quantity ?? 1,
    tax_rates: extra.tax_rates ?? [],
    ...periodIn(phase, extra),
  }));
}

/** The time a phase's item is for, where it isn't that of the subscription's items. */
function periodIn(phase: Phase, { period: { end, start } }: Extra): Pick<ExtraItem, "period"> {
  const from = start.type === "phase_start" ? phase.start_date : start.timestamp;
  const until = end.type === "phase_end" ? phase.end_date : end.timestamp;
  if (from === undefined && until === undefined) return {};
  return {
    period: {
      end: until === undefined ? { type: "min_item_period_end" } : { timestamp: until, type: "timestamp" },
      start: from === undefined ? { type: "max_item_period_start" } : { timestamp: from, type: "timestamp" },
    },
  };
}
