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
 * The first half of an IPv6 address: the other half is its holder's to choose, so that counted by the whole each attempt could
 * come from another. An IPv4 address that is written as one of IPv6 is that.
 * https://www.rfc-editor.org/rfc/rfc4291#section-2.5
 */
function networkOf(address: string): string {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

/** The eight numbers that an address is made of, those left out among them. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const between = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...between, ...after].map((group) => Number.parseInt(group, 16));
}
