/** Where something is bought once, by its price's lookup key or id. */
export function itemPath(key: string): string {
  return `/buy/${encodeURIComponent(key)}`;
}
