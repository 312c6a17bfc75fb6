import type { SavedCard } from "@/lib/billing/queries/cards";

const names = new Map([
  ["visa", "Visa"],
  ["mastercard", "Mastercard"],
  ["amex", "American Express"],
  ["discover", "Discover"],
  ["diners", "Diners Club"],
  ["jcb", "JCB"],
  ["unionpay", "UnionPay"],
  ["link", "Link"],
]);

/** A card as its owner calls it: "Visa ending in 4242". */
export function cardName({ brand, last4 }: Pick<SavedCard, "brand" | "last4">): string {
  const name = names.get(brand) ?? `${brand.charAt(0).toUpperCase()}${brand.slice(1).replaceAll("_", " ")}`;
  return last4 === null ? name : `${name} ending in ${last4}`;
}

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
