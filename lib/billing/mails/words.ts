import { formatMoney } from "@/lib/money";
import type { Interval } from "../config";
import type { Told } from "../queries/told-of";

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

/** Whether a plan's end, at that moment, brings a bill of what was used; what is used in a trial is free. */
export function isUseBilled(
  { counted, trialEnd }: Pick<Told, "counted" | "trialEnd">,
  end: Date | null,
): boolean {
  return counted && (trialEnd === null || (end !== null && end.getTime() - trialEnd.getTime() > DAY));
}

/** A trial's end is dated by Stripe a little after it, where nothing went on with it. */
const DAY = 86_400_000;

export const every: Record<Interval, string> = { month: "every month", year: "every year" };
