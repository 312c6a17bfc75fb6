import { ask } from "../ask/ask";
import { type Interval, spanning } from "./interval";
import { isDocument, isRecord } from "./observed";

/** Entries of a list, and when they were read. */
export type Entries = { entries: unknown[]; interval: Interval };

const PAGE_SIZE = 100;

/** Whether a value is a list as Stripe sends it. https://docs.stripe.com/api/pagination */
export function isPage(value: unknown): value is { data: unknown[]; has_more: boolean } {
  return isRecord(value) && Array.isArray(value.data) && typeof value.has_more === "boolean";
}

/**
 * Reads a list to its end, page after page.
 *
 * @param address path and query, such as `/v1/prices?active=true`
 * @param after the id that the first page begins after
 * @throws Stripe's errors
 */
export async function* readPages(address: string, after?: string): AsyncGenerator<Entries> {
  for (let cursor = after, more = true; more; ) {
    const { answer: page, interval } = await ask(withCursor(address, cursor));
    if (!isPage(page)) throw new TypeError(`Stripe's answer to ${address} is no list.`);
    yield { entries: page.data, interval };
    const last = page.data.at(-1);
    more = page.has_more && isDocument(last);
    cursor = isDocument(last) ? last.id : undefined;
  }
}

/** All entries of a list, read in the interval that spans its pages. */
export async function readAll(address: string, after?: string): Promise<Entries> {
  const all: Entries = { entries: [], interval: { from: Number.POSITIVE_INFINITY, to: 0 } };
  for await (const { entries, interval } of readPages(address, after)) {
    all.entries.push(...entries);
    all.interval = spanning(all.interval, interval);
  }
  return all;
}

function withCursor(address: string, cursor: string | undefined): string {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (cursor) query.set("starting_after", cursor);
  return `${address}${address.includes("?") ? "&" : "?"}${query}`;
}
