import { formatMoney } from "@/lib/money";
import type { Interval } from "../config";

/*
 * Mails are written in one language: nobody has told us theirs. Days are UTC's, which Stripe dates invoices in, and have their
 * year, since a mail is kept.
 */

const dayFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** "May 3, 2027". */
export function day(date: Date): string {
  return dayFormat.format(date);
}

/** "$19.00 a month". */
export function priceWords({
  amount,
  currency,
  interval,
}: {
  amount: number;
  currency: string;
  interval: Interval;
}): string {
  return `${formatMoney(amount, currency)} a ${interval}`;
}

export const every: Record<Interval, string> = { month: "every month", year: "every year" };
