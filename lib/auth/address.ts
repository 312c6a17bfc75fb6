/**
 * The network address a request came from, to count attempts by. Of `X-Forwarded-For` only the last entry is used,
 * the one our own proxy wrote: all before it is the visitor's own word. Without a proxy Next writes it where it is missing, and
 * leaves alone what a visitor has sent.
 */
export function addressOf(headers: { get(name: string): string | null }): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
