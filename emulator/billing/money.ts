/** Making a format takes far longer than using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** "$12.50", from minor units. */
export function money(minor: number, currency: string): string {
  const format = FORMATS.get(currency) ?? new Intl.NumberFormat("en-US", { style: "currency", currency });
  FORMATS.set(currency, format);
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
