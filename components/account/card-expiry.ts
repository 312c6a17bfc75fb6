import type { SavedCard } from "@/lib/billing/queries/cards";

/** When a card expires, in words; null for what doesn't. "Expired" comes with its month, too. */
export function cardExpiry({ expires }: Pick<SavedCard, "expires">, locale: string, now = new Date()) {
  if (expires === null) return null;
  const firstDayAfter = new Date(Date.UTC(expires.year, expires.month, 1));
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(Date.UTC(expires.year, expires.month - 1, 1)),
  );
  const expired = firstDayAfter <= now;
  return { expired, text: expired ? `Expired at the end of ${month}` : `Expires at the end of ${month}` };
}
