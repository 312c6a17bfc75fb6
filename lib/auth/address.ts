import { isIPv6 } from "node:net";

/**
 * The network address a request came from, to count attempts by. Of `X-Forwarded-For` only the last entry is used,
 * the one our own proxy wrote: all before it is the visitor's own word. Without a proxy Next writes it where it is missing, and
 * leaves alone what a visitor has sent.
 */
export function addressOf(headers: { get(name: string): string | null }): string {
  const written = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  return isIPv6(written) ? networkOf(written) : written;
}

/**
 * The first half of an IPv6 address. The other half is its holder's to choose, so that counted by the whole each attempt could
 * come from another: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.4
 */
function networkOf(address: string): string {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [before = [], after = []] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const between = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = [...before, ...between, ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
