import { discountAmounts } from "../../billing/discounts/amounts";
import { reductionOf } from "../../billing/discounts/coupon";
import { costOf } from "../../billing/price";
import { taxAmounts } from "../../billing/tax/amounts";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { CheckoutAsked } from "./asked";

type Session = Held<"checkout.session">;

/** A line as far as its amounts depend on it. */
export interface Countable {
  readonly price: Held<"price">;
  readonly quantity: number;
  readonly taxRates: readonly string[];
}

export type Counted = Pick<
  Held<"item">,
  "amount_discount" | "amount_subtotal" | "amount_tax" | "amount_total"
>;

export interface Terms {
  readonly coupon: Held<"coupon"> | null;
  /** Nothing of what recurs is paid yet. */
  readonly trial: boolean;
}

/** What each line comes to, the discount given out over all of them. */
export function countLines(work: Work, lines: readonly Countable[], { coupon, trial }: Terms): Counted[] {
  const costs = lines.map(({ price, quantity }) =>
    (trial && price.recurring !== null) || price.recurring?.usage_type === "metered"
      ? 0
      : costOf(price, quantity),
  );
  const covered = lines.map(({ price }) => covers(coupon, price));
  const [first] = lines;
  const reduction = coupon && first ? reductionOf(coupon, first.price.currency) : null;
  const open = costs.map((cost, index) => (covered[index] ? cost : 0));
  const off = reduction === null ? [] : discountAmounts(open, reduction);
  return lines.map(({ taxRates }, index) => countLine(work, costs[index] ?? 0, off[index] ?? 0, taxRates));
}

/** Whether a coupon takes something off a price. */
export function covers(coupon: Held<"coupon"> | null, price: Held<"price">): boolean {
  return coupon?.applies_to === undefined || coupon.applies_to.products.includes(price.product);
}

function countLine(work: Work, subtotal: number, discount: number, taxRates: readonly string[]): Counted {
  const rates = taxRates.map((id) => work.store.must("tax_rate", id));
  const taxes = taxAmounts(subtotal - discount, rates);
  const onTop = taxes.filter(({ rate }) => !rate.inclusive).reduce((sum, { amount }) => sum + amount, 0);
  return {
    amount_discount: discount,
    amount_subtotal: subtotal,
    amount_tax: taxes.reduce((sum, { amount }) => sum + amount, 0),
    amount_total: subtotal - discount + onTop,
  };
}

/** The sums of a session's lines. */
export function sumsOf(
  lines: readonly Counted[],
): Pick<Session, "amount_subtotal" | "amount_total" | "total_details"> {
  const sum = (field: keyof Counted) => lines.reduce((total, line) => total + line[field], 0);
  return {
    amount_subtotal: sum("amount_subtotal"),
    amount_total: sum("amount_total"),
    total_details: {
      amount_discount: sum("amount_discount"),
      amount_shipping: 0,
      amount_tax: sum("amount_tax"),
    },
  };
}

/** Whether what recurs begins with a trial. */
export function beginsWithTrial(data: CheckoutAsked["subscription_data"] | undefined): boolean {
  return data?.trial_end !== undefined || (data?.trial_period_days ?? 0) > 0;
}
