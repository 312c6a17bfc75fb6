import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { discountAmounts } from "../discounts/amounts";
import { couponOf, reductionOf } from "../discounts/coupon";
import { taxAmounts } from "../tax/amounts";

type Invoice = Held<"invoice">;
type Line = Held<"line_item">;
type Tax = NonNullable<Line["taxes"]>[number];

/** What of an invoice decides the discounts and taxes of its lines. */
export type Terms = Pick<Invoice, "currency" | "customer_tax_exempt" | "default_tax_rates" | "discounts">;

/**
 * Takes discounts off the lines of a draft, each line's own before the invoice's, and adds taxes to what is
 * left. Gives the lines as they are then. https://docs.stripe.com/billing/subscriptions/coupons#stacking
 */
export function priceLines(work: Work, terms: Terms, lines: readonly Line[]): readonly Line[] {
  const taken = lines.map((): Taken[] => []);
  for (const [index, line] of lines.entries()) {
    for (const id of line.discounts) takeOff(work, terms.currency, id, lines, taken, [index]);
  }
  for (const id of terms.discounts) {
    takeOff(work, terms.currency, id, lines, taken, [...lines.keys()]);
  }
  return lines.map((line, index) => {
    const discounts = taken[index] ?? [];
    return work.store.update("line_item", line.id, {
      discount_amounts: discounts,
      pretax_credit_amounts: discounts.map((entry) => ({ ...entry, type: "discount" })),
      taxes: taxesOf(work, terms, line, line.amount - sum(discounts)),
    });
  });
}

type Taken = { readonly amount: number; readonly discount: string };

function takeOff(
  work: Work,
  currency: string,
  id: string,
  lines: readonly Line[],
  taken: readonly Taken[][],
  among: readonly number[],
): void {
  const coupon = couponOf(work, id);
  const reduction = coupon && reductionOf(coupon, currency);
  if (!coupon || !reduction) return;
  const covered = among.filter((index) => isCovered(lines[index], coupon));
  const left = covered.map((index) => (lines[index]?.amount ?? 0) - sum(taken[index] ?? []));
  for (const [position, amount] of discountAmounts(left, reduction).entries()) {
    taken[covered[position] ?? -1]?.push({ amount, discount: id });
  }
}

/** Credits and prorations aren't discounted again, and a coupon may be for some products alone. */
function isCovered(line: Line | undefined, coupon: Held<"coupon">): boolean {
  if (line === undefined || !line.discountable || line.amount < 0) return false;
  const product = line.pricing?.price_details?.product;
  return coupon.applies_to === undefined || coupon.applies_to.products.some((id) => id === product);
}

function taxesOf(work: Work, terms: Terms, line: Line, amount: number): readonly Tax[] {
  const own = line.tax_rates ?? [];
  const ids = own.length > 0 ? own : terms.default_tax_rates;
  const exempt = EXEMPTIONS[terms.customer_tax_exempt ?? "none"];
  const rates = ids.map((id) => work.store.must("tax_rate", id));
  return taxAmounts(amount, rates).map((tax) => ({
    amount: exempt === null ? tax.amount : 0,
    tax_behavior: tax.rate.inclusive ? "inclusive" : "exclusive",
    tax_rate_details: { tax_rate: tax.rate.id },
    taxability_reason: exempt ?? "not_available",
    taxable_amount: exempt === null ? tax.taxable : 0,
    type: "tax_rate_details",
  }));
}

/** Why a customer pays no tax; null for one who does. https://docs.stripe.com/billing/taxes/tax-rates#tax-exempt */
const EXEMPTIONS: Readonly<
  Record<NonNullable<Invoice["customer_tax_exempt"]>, Tax["taxability_reason"] | null>
> = { exempt: "customer_exempt", none: null, reverse: "reverse_charge" };

function sum(taken: readonly Taken[]): number {
  return taken.reduce((total, { amount }) => total + amount, 0);
}
