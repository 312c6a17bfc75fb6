import type { OwnSubscription } from "../queries/subscription-of";
import { upcoming } from "./upcoming";

export type NextPayment = {
  /** What is charged, in minor units; 0 where credit or a discount covers it. */
  amount: number;
  currency: string;
  date: Date;
  /** What it is made of, before discounts, taxes and credit; negative for what is given back. */
  lines: { id: string; text: string; amount: number }[];
  /** What the lines come to with discounts and taxes, before credit. */
  total: number;
};

/**
 * What a running subscription is charged next, as Stripe counts it at this moment: plan, seats, usage so far, credit and
 * discounts. Null where nothing comes: it ends, rests, or owes something that is paid in another way.
 *
 * @param own of the person asking
 * @throws Stripe's error
 * https://docs.stripe.com/api/invoices/create_preview
 */
export async function nextPayment({
  id,
  status,
  endsAt,
  pause,
  periodEnd,
}: OwnSubscription): Promise<NextPayment | null> {
  const goesOn = (status === "active" || status === "trialing") && !endsAt && !pause;
  const preview = goesOn && periodEnd ? await upcoming({ subscription: id }) : null;
  if (!preview || !periodEnd) return null;
  const { amount_due: amount, currency, lines, total } = preview;
  return {
    amount,
    currency,
    date: periodEnd,
    total,
    lines: lines.data.map((line) => ({
      id: line.id,
      text: line.description ?? "",
      amount: line.amount,
    })),
  };
}
