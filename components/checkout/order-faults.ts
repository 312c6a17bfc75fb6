import type { CurrencyFault } from "@/lib/billing/order/currency";
import type { CodeFault } from "@/lib/billing/order/promotion";
import type { SeatsFault } from "@/lib/billing/order/seats";
import { formatMoney } from "@/lib/money";

type Words<Fault extends { fault: string }> = {
  [Kind in Fault["fault"]]: (fault: Extract<Fault, { fault: Kind }>) => string;
};

type AnyCodeFault = CodeFault | { fault: "gone" };

const code: Words<AnyCodeFault> = {
  unknown: () => "There is no such code. Check how it is written.",
  expired: () => "This code has expired.",
  used_up: () => "This code has been used as often as it can be.",
  withdrawn: () => "This code isn't valid any more.",
  gone: () => "This code has just been used up or withdrawn.",
  other_customer: () => "This code was given to somebody else.",
  first_purchase_only: () => "This code is for a first purchase, and you have bought here before.",
  below_minimum: ({ least, currency }) =>
    `This code counts from ${formatMoney(least, currency)} on. Your order is below that.`,
  other_plan: () => "This code is for another plan.",
  other_currency: () => "This code is for payments in another currency.",
};

const seats: Words<SeatsFault> = {
  not_whole: () => "Enter a whole number of seats.",
  too_few: () => "A plan has at least one seat.",
  too_many: ({ most }) => `This plan has at most ${most} seats.`,
  one_only: () => "This plan is for one person.",
};

const currency: Words<CurrencyFault> = {
  settled: ({ settled }) =>
    `Your payments have been in ${settled.toUpperCase()} so far and stay in it, so that is what you see.`,
  not_in_settled: ({ settled }) =>
    `Your payments are in ${settled.toUpperCase()}, and one person's payments stay in one currency.`,
  not_sold: ({ wanted }) => `It has no price in ${wanted.toUpperCase()}.`,
};

/** Why a promotion code doesn't count. */
export function codeWords<Kind extends AnyCodeFault["fault"]>(
  fault: Extract<AnyCodeFault, { fault: Kind }>,
): string {
  const say: (fault: Extract<AnyCodeFault, { fault: Kind }>) => string = code[fault.fault];
  return say(fault);
}

/** Why a number of seats can't be had. */
export function seatsWords<Kind extends SeatsFault["fault"]>(
  fault: Extract<SeatsFault, { fault: Kind }>,
): string {
  const say: (fault: Extract<SeatsFault, { fault: Kind }>) => string = seats[fault.fault];
  return say(fault);
}

/** Why an order is in another currency than was asked for. */
export function currencyWords<Kind extends CurrencyFault["fault"]>(
  fault: Extract<CurrencyFault, { fault: Kind }>,
): string {
  const say: (fault: Extract<CurrencyFault, { fault: Kind }>) => string = currency[fault.fault];
  return say(fault);
}
