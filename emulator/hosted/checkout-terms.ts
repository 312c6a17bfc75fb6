import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { countLines, sumsOf } from "../resources/checkout/count-lines";
import { linesOf, priceOfLine } from "../resources/checkout/recount";
import type { Recurrence } from "./checkout-goods";

type Session = Held<"checkout.session">;

/** A way of sending what is bought, amount in minor units. */
export interface ShippingChoice {
  readonly delivery_estimate: Held<"shipping_rate">["delivery_estimate"];
  readonly id: string;
  readonly name: string;
  readonly amount: number;
  readonly chosen: boolean;
}

/** What was taken off, and the code that did it. */
export interface CheckoutDiscount {
  readonly name: string;
  readonly code: string | null;
  readonly amount: number;
  readonly percent_off: number | null;
  readonly duration: "forever" | "once" | "repeating";
  readonly duration_in_months: number | null;
}

/** What is paid again and again, minor units. */
export type Renewal = { readonly amount: number } & Recurrence;

/** The ways of sending that may be chosen. */
export function shippingOf(
  work: Work,
  { shipping_cost: cost, shipping_options: options }: Session,
): ShippingChoice[] {
  return options.map(({ shipping_amount: amount, shipping_rate: id }) => {
    const rate = work.store.get("shipping_rate", id);
    return {
      delivery_estimate: rate?.delivery_estimate ?? null,
      id,
      name: rate?.display_name ?? "Shipping",
      amount,
      chosen: cost?.shipping_rate === id,
    };
  });
}

/** What the first renewal costs: what recurs, with a discount that never ends. */
export function renewalOf(work: Work, session: Session): Renewal | null {
  const lines = linesOf(work, session).flatMap((item) => {
    const price = priceOfLine(work, item);
    return price.recurring ? [{ price, quantity: item.quantity ?? 0, taxRates: item.tax_rates }] : [];
  });
  const recurring = lines[0]?.price.recurring;
  if (!recurring) return null;
  const coupon = work.store.get("coupon", session.discounts?.[0]?.coupon ?? "");
  const lasting = coupon?.duration === "forever" ? coupon : null;
  const { amount_total: amount } = sumsOf(countLines(work, lines, { coupon: lasting, trial: false }));
  return { amount: amount ?? 0, interval: recurring.interval, interval_count: recurring.interval_count };
}

/** What a session is sold at less than its prices by. */
export function discountOf(work: Work, session: Session): CheckoutDiscount | null {
  const [discount] = session.discounts ?? [];
  const coupon = work.store.get("coupon", discount?.coupon ?? "");
  if (!coupon) return null;
  const code = work.store.get("promotion_code", discount?.promotion_code ?? "")?.code ?? null;
  const amount = session.total_details?.amount_discount ?? 0;
  const { duration, duration_in_months, percent_off } = coupon;
  const name = coupon.name ?? code ?? "Discount";
  return { name, code, amount, duration, duration_in_months, percent_off };
}
