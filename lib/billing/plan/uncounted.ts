import type Stripe from "stripe";
import { idOf } from "../ids";
import type { Change } from "./changeable";

type Tax = Pick<Stripe.InvoiceLineItem.Tax, "amount" | "tax_behavior">;
type Line = { amount: number; taxes: readonly Tax[] | null };

/**
 * How much of the unused time that a change counts has to be billed again, so that no more is counted than was kept of what
 * was paid: Stripe counts time as paid whose payment was given back. In minor units, before taxes; 0 for nothing.
 *
 * @param lines of the change as Stripe counts it
 * @param kept what was kept, with taxes
 */
export function uncountedOf(lines: readonly Line[], kept: number): number {
  const credits = lines.filter(({ amount }) => amount < 0);
  const net = -sum(credits.map(({ amount }) => amount));
  const whole = net - sum(credits.flatMap(({ taxes }) => (taxes ?? []).map(added)));
  const over = whole - Math.max(0, kept);
  return over > 0 ? Math.ceil((net * over) / whole) : 0;
}

/** That time as Stripe takes it onto a bill: of the plan that was paid for, and taxed as it is. */
export function billedAgain({ subscription, item: { price } }: Change, amount: number) {
  const { tax_behavior } = price;
  return {
    price_data: {
      currency: subscription.currency,
      product: idOf(price.product) ?? "",
      unit_amount: amount,
      ...(tax_behavior && { tax_behavior }),
    },
    quantity: 1,
    discountable: false,
  };
}

function added({ amount, tax_behavior }: Tax): number {
  return tax_behavior === "exclusive" ? amount : 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}
