import { formatDate } from "@/lib/locale/date";

/** A day written out in the visitor's locale (`visitorLocale`), with the exact moment for machines. */
export function DateText({ value, locale }: { value: Date; locale: string }) {
  return <time dateTime={value.toISOString()}>{formatDate(value, locale)}</time>;
}
