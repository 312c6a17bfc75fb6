/**
 * Money as Stripe counts it: an integer of the currency's minor unit beside the currency's code. How many digits that
 * unit has is Stripe's to say and differs from ISO 4217 for a few: https://docs.stripe.com/currencies#special-cases
 */

const noMinorUnit = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const thousandths = new Set("bhd jod kwd omr tnd".split(" "));
/** Counted in hundredths that nobody may use: 500 krónur are 50000 at Stripe, and read "500". */
const hundredthsOnPaper = new Set("isk ugx".split(" "));

/** Digits behind the point in Stripe's integer: 2 for "usd", 0 for "jpy", 3 for "kwd". Any case. */
export function minorDigits(currency: string): number {
  const code = currency.toLowerCase();
  if (noMinorUnit.has(code)) return 0;
  return thousandths.has(code) ? 3 : 2;
}

/** The exact decimal of an amount in minor units: (1900, "usd") → "19.00". Throws on anything but a safe integer. */
export function decimalAmount(minor: number, currency: string): `${number}` {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Not an amount in minor units: ${minor}`);
  const digits = minorDigits(currency);
  const padded = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  const fraction = digits === 0 ? "" : `.${padded.slice(-digits)}`;
  return `${minor < 0 ? "-" : ""}${whole}${fraction}` as `${number}`;
}

/** An amount for people: (1900, "usd") → "$19.00", (1900, "jpy") → "¥1,900". */
export function formatMoney(minor: number, currency: string, locale = "en-US"): string {
  const shown = hundredthsOnPaper.has(currency.toLowerCase()) ? 0 : minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(decimalAmount(minor, currency));
}
