import { invalidRequest } from "./errors";

/**
 * The least that whole numbers may be, by the name of their parameter, wherever it stands: nothing is sold, counted
 * or given back less than none of. Amounts that may go both ways aren't here.
 */
const LEAST: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amount_off: 1,
    amount_refunded: 1,
    amount_to_capture: 1,
    credit_amount: 0,
    days_until_due: 0,
    divide_by: 1,
    duration_in_months: 1,
    flat_amount: 0,
    interval_count: 1,
    max_redemptions: 1,
    minimum_amount: 1,
    next_invoice_sequence: 1,
    out_of_band_amount: 0,
    quantity: 0,
    refund_amount: 0,
    trial_period_days: 0,
    unit_amount: 0,
  }),
);

/** Refuses a whole number that is less than its parameter may ever be. */
export function refuseTooLittle(value: number, param: string): void {
  refuseLess(value, LEAST.get(/[^[\]]+(?=\]?$)/.exec(param)?.[0] ?? param) ?? value, param);
}

/** Refuses a number that is less than it must be, in the words of Stripe's validator. */
export function refuseLess(value: number, least: number, param: string): void {
  if (value >= least) return;
  throw invalidRequest(`This value must be greater than or equal to ${least}.`, {
    code: "parameter_invalid_integer",
    param,
  });
}
