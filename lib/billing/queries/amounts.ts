/** What a price costs by currency, in minor units; its own currency is among them. */
export type Amounts = Readonly<Record<string, number>>;

/**
 * Reads a price's amounts from its own and from the further currencies it has at Stripe.
 *
 * @param options `currency_options` as the mirror holds it; what hasn't a fixed whole amount there is left out
 * https://docs.stripe.com/api/prices/object#price_object-currency_options
 */
export function amountsOf(currency: string, amount: number, options: unknown): Amounts {
  const further = isRecord(options) ? Object.entries(options) : [];
  const fixed = further.flatMap(([code, option]): [string, number][] =>
    isRecord(option) && Number.isSafeInteger(option.unit_amount) ? [[code, Number(option.unit_amount)]] : [],
  );
  return { ...Object.fromEntries(fixed), [currency]: amount };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
