/** What is used where the visitor names no language that can be formatted. */
const fallbackLocale = "en-US";

/**
 * The first language of an `Accept-Language` header that `Intl` can format, by weight.
 *
 * @param header such as `de-CH,de;q=0.9,en;q=0.8`; null when the browser sent none
 * @returns a BCP 47 tag, for example `de-CH`
 */
export function preferredLocale(header: string | null): string {
  const ranked = (header ?? "")
    .split(",")
    .map(parseRange)
    .sort((a, b) => b.weight - a.weight);
  return ranked.find(({ tag, weight }) => weight > 0 && isFormattable(tag))?.tag ?? fallbackLocale;
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag, weight: Number.isNaN(weight) ? 0 : weight };
}

function isFormattable(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
