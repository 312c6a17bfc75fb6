import { couponOf } from "../billing/discounts/coupon";
import { money } from "../billing/money";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type Invoice = Held<"invoice">;

/** A line of an invoice's sum, its amount as people write it. */
export interface Total {
  readonly label: string;
  readonly amount: string;
}

/** From the subtotal down to what is left to pay: each step that changes something. */
export function totalsOf(work: Work, invoice: Invoice): Total[] {
  const total = (label: string, minor: number): Total => ({
    label,
    amount: money(minor, invoice.currency),
  });
  const balance = (invoice.starting_balance ?? 0) - (invoice.ending_balance ?? 0);
  const paid = invoice.amount_paid > 0;
  return [
    total("Subtotal", invoice.subtotal),
    ...(invoice.total_discount_amounts ?? []).map(({ amount, discount }) =>
      total(discountLabel(work, discount), -amount),
    ),
    ...(invoice.total_taxes ?? []).map((tax) => total(taxLabel(work, tax), tax.amount)),
    total("Total", invoice.total),
    ...(balance === 0 ? [] : [total("Applied balance", balance)]),
    total("Amount due", invoice.amount_due),
    ...(paid ? [total("Amount paid", invoice.amount_paid)] : []),
    ...(paid && invoice.amount_remaining > 0 ? [total("Amount remaining", invoice.amount_remaining)] : []),
  ];
}

function discountLabel(work: Work, id: string): string {
  const name = couponOf(work, id)?.name;
  return name ? `Discount (${name})` : "Discount";
}

function taxLabel(work: Work, tax: NonNullable<Invoice["total_taxes"]>[number]): string {
  const rate = work.store.get("tax_rate", tax.tax_rate_details?.tax_rate ?? "");
  const name = rate ? `${rate.display_name} (${rate.percentage}%)` : "Tax";
  return tax.tax_behavior === "inclusive" ? `${name}, included` : name;
}
