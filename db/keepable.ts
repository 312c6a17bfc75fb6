/** Text as PostgreSQL keeps it, which takes neither NUL nor half of a surrogate pair: such a half becomes U+FFFD. */
export function keepable(text: string): string {
  return Buffer.from(text.replaceAll("\0", "")).toString();
}
