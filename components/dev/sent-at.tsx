/** When a mail was sent, to the second, in UTC. */
export function SentAt({ value, locale }: { value: Date; locale: string }) {
  const written = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "UTC",
  }).format(value);
  return <time dateTime={value.toISOString()}>{written} UTC</time>;
}
