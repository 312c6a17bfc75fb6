import { costOf, inCurrency } from "../billing/price";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { boundsOf, priceOfLine } from "../resources/checkout/recount";

export interface Recurrence {
  readonly interval: "day" | "month" | "week" | "year";
  readonly interval_count: number;
}

export interface CheckoutLine {
  readonly id: string;
  readonly price: string;
  readonly name: string;
  readonly description: string | null;
  readonly images: readonly string[];
  readonly quantity: number | null;
  readonly adjustable: { readonly minimum: number; readonly maximum: number } | null;
  readonly unit_amount: number | null;
  readonly metered: boolean;
  readonly recurring: Recurrence | null;
  readonly amount_subtotal: number;
  readonly amount_discount: number;
  readonly amount_tax: number;
  readonly amount_total: number;
}

/** What may be bought beside the rest, in the quantity and for the amount that it would be added with. */
export interface OptionalChoice {
  readonly price: string;
  readonly name: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly amount: number;
  readonly recurring: Recurrence | null;
  readonly selected: boolean;
}

/** A line as its page shows it. */
export function lineOf(work: Work, item: Held<"item">): CheckoutLine {
  const price = priceOfLine(work, item);
  const product = work.store.get("product", price.product);
  const { enabled, minimum, maximum } = boundsOf(item);
  const { recurring } = price;
  const metered = recurring?.usage_type === "metered";
  return {
    id: item.id,
    price: price.id,
    name: item.description ?? "",
    description: product?.description ?? null,
    images: product?.images ?? [],
    quantity: metered ? null : item.quantity,
    adjustable: enabled ? { minimum, maximum } : null,
    unit_amount: price.unit_amount,
    metered,
    recurring: recurrenceOf(price),
    amount_subtotal: item.amount_subtotal,
    amount_discount: item.amount_discount,
    amount_tax: item.amount_tax,
    amount_total: item.amount_total,
  };
}

/** What a session offers beside its lines. */
export function optionalOf(
  work: Work,
  { currency, line_items, optional_items: items }: Held<"checkout.session">,
): OptionalChoice[] {
  const bought = new Set((line_items ?? []).map((id) => work.store.must("item", id).price));
  return (items ?? []).map(({ price: id, quantity }) => {
    const price = inCurrency(work.store.must("price", id), currency ?? undefined, "optional_items");
    const product = work.store.get("product", price.product);
    return {
      price: id,
      name: product?.name ?? "",
      description: product?.description ?? null,
      quantity,
      amount: costOf(price, quantity),
      recurring: recurrenceOf(price),
      selected: bought.has(id),
    };
  });
}

function recurrenceOf({ recurring }: Held<"price">): Recurrence | null {
  return recurring && { interval: recurring.interval, interval_count: recurring.interval_count };
}
