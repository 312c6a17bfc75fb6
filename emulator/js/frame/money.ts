/** `1900` and `usd` as "$19.00"; currencies without a smaller unit are told apart by the browser. */
export function amountText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
