import { invalidRequest } from "../core/errors";

const CURRENCIES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf("currency").map((currency) => currency.toLowerCase()),
);

/** Options by currency as a request gives them, under the codes as Stripe keeps them. Throws for one that doesn't exist. */
export function byCurrency<Option>(
  given: Readonly<Record<string, Option>> | undefined,
  param = "currency_options",
): Record<string, Option> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([code, option]) => [currencyOf(code, `${param}[${code}]`), option]),
  );
}

/** A currency's code in lower case, as Stripe keeps it. Throws for one that doesn't exist. */
export function currencyOf(given: string, param = "currency"): string {
  const currency = given.toLowerCase();
  if (CURRENCIES.has(currency)) return currency;
  const message = `Invalid currency: ${given}. Stripe currently supports these currencies: ${[...CURRENCIES].join(", ")}`;
  throw invalidRequest(message, { param });
}
