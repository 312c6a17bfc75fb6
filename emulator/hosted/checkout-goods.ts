import { costOf, inCurrency } from "../billing/price";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { boundsOf, priceOfLine } from "../resources/checkout/recount";

type Session = Held<"checkout.session">;

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
  /** Whether it was added by its customer, who may take it out again. */
  readonly optional: boolean;
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
  readonly unit_amount: number | null;
  readonly amount: number;
  readonly metered: boolean;
  readonly recurring: Recurrence | null;
}

/** A line of a session as its page shows it. */
export function lineOf(work: Work, session: Session, item: Held<"item">): CheckoutLine {
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
    optional: session.optional_items?.some(({ price: id }) => id === price.id) ?? false,
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

/** What a session offers beside its lines, and its customer hasn't taken. */
export function optionalOf(
  work: Work,
  { currency, line_items, optional_items: items }: Session,
): OptionalChoice[] {
  const bought = new Set((line_items ?? []).map((id) => work.store.must("item", id).price));
  const open = (items ?? []).filter(({ price }) => !bought.has(price));
  return open.map(({ price: id, quantity }) => {
    const price = inCurrency(work.store.must("price", id), currency ?? undefined, "optional_items");
    const product = work.store.get("product", price.product);
    return {
      price: id,
      name: product?.name ?? "",
      description: product?.description ?? null,
      quantity,
      unit_amount: price.unit_amount,
      amount: costOf(price, quantity),
      metered: price.recurring?.usage_type === "metered",
      recurring: recurrenceOf(price),
    };
  });
}

function recurrenceOf({ recurring }: Held<"price">): Recurrence | null {
  return recurring && { interval: recurring.interval, interval_count: recurring.interval_count };
}
