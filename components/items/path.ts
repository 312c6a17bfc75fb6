/** Where something is bought once, by its price's lookup key or id; in a currency, where another than its own is asked for. */
export function itemPath(key: string, currency = ""): string {
  const path = `/buy/${encodeURIComponent(key)}`;
  return currency ? `${path}?${new URLSearchParams({ currency })}` : path;
}
