/** So many of what a meter counts: "1,250 calls". */
export function units(count: number, unit: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${unit}${count === 1 ? "" : "s"}`;
}
