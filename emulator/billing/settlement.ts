/** The least that can be charged, in minor units. https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const minimums: Readonly<Record<string, number>> = {
  aed: 200,
  bgn: 100,
  czk: 1500,
  dkk: 250,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  pln: 200,
  ron: 200,
  sek: 300,
  thb: 1000,
};

const USUAL_MINIMUM = 50;

export const MAXIMUM_CHARGE = 99_999_999;

/** The least that can be charged, in minor units. https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
export function minimumCharge(currency: string): number {
  return minimums[currency] ?? USUAL_MINIMUM;
}

export type Settlement = { readonly amountDue: number; readonly endingBalance: number };

/**
 * What a finalized invoice asks for, and the customer's balance after it (a credit is negative).
 * What is too small to charge, or owed to the customer, goes to the balance instead.
 * https://docs.stripe.com/billing/customer/balance
 */
export function settle(total: number, startingBalance: number, currency: string): Settlement {
  const owed = total + startingBalance;
  return owed >= minimumCharge(currency)
    ? { amountDue: owed, endingBalance: 0 }
    : { amountDue: 0, endingBalance: owed };
}
