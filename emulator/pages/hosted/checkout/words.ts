import type { Recurrence } from "../../../hosted/checkout-goods";
import type { CheckoutView } from "../../../hosted/checkout-view";
import { formatMoney } from "../../money";
import { day } from "../words";

/** "per month", "every 3 months". */
export function rhythm({ interval, interval_count: count }: Recurrence): string {
  return count === 1 ? `per ${interval}` : `every ${count} ${interval}s`;
}

/** What its customer has come to do. */
export function heading({ mode, seller, lines, submit_type: type }: CheckoutView): string {
  if (mode === "setup") return `Save a card for ${seller}`;
  if (mode === "subscription")
    return `Subscribe to ${lines.find(({ recurring }) => recurring)?.name ?? seller}`;
  return type === "donate" ? `Donate to ${seller}` : `Pay ${seller}`;
}

/** What is paid now; of a trial, how long nothing is. */
export function sum(view: CheckoutView): string {
  const { amount_due: due, currency, renewal, trial_days: days, trial_end: end, mode } = view;
  if (mode === "setup") return "Nothing to pay now";
  if (due === 0 && days) return days === 1 ? "1 day free" : `${days} days free`;
  if (due === 0 && end) return `Free until ${day(end)}`;
  const now = formatMoney(due, currency);
  return renewal?.amount === due ? `${now} ${rhythm(renewal)}` : now;
}

/** What comes after today, where that is something else. */
export function afterwards({ amount_due: due, currency, renewal }: CheckoutView): string | null {
  if (!renewal) return null;
  const later = `${formatMoney(renewal.amount, currency)} ${rhythm(renewal)}, until you cancel.`;
  return renewal.amount === due ? `Renews at ${later}` : `Then ${later}`;
}

const VERBS: Readonly<Record<NonNullable<CheckoutView["submit_type"]>, string>> = {
  auto: "Pay",
  book: "Book for",
  donate: "Donate",
  pay: "Pay",
  subscribe: "Pay",
};

/** What the button does. */
export function submitLabel(view: CheckoutView): string {
  const { mode, amount_due: due, currency, submit_type: type, trial_days: days, trial_end: end } = view;
  if (mode === "setup") return "Save card";
  const amount = formatMoney(due, currency);
  if (mode === "subscription") {
    if (due === 0) return days || end ? "Start trial" : "Subscribe";
    return `Subscribe and pay ${amount}`;
  }
  return due === 0 ? "Complete order" : `${VERBS[type ?? "pay"]} ${amount}`;
}

/** What a session that is complete has come to. */
export function outcome({ mode, payment_status: status, amount_due: due, currency }: CheckoutView): string {
  if (mode === "setup") return "Your card is saved.";
  if (status === "paid") return `Your payment of ${formatMoney(due, currency)} went through.`;
  if (status === "unpaid") return `${formatMoney(due, currency)} are held on your card and not charged yet.`;
  return mode === "subscription"
    ? "Your subscription has begun."
    : "Your order is complete. Nothing was to pay.";
}
