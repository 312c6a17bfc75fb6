/**
 * A date written out for a person: "3 May", with the year only when it is not the current one.
 *
 * @param date the moment; shown as its day in UTC, the zone Stripe's invoices are dated in
 * @param locale a BCP 47 tag, see `visitorLocale`
 * @param now the moment of reading
 */
export function formatDate(date: Date, locale: string, now: Date = new Date()): string {
  const sameYear = date.getUTCFullYear() === now.getUTCFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
}
