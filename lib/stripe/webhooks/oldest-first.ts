import { ask } from "../ask/ask";
import { isDocument } from "../mirror/observed";
import { isPage, readPages } from "../mirror/read-list";

const PAGE_SIZE = 100;

/**
 * Reads Stripe's events page by page, the oldest first. Stripe only lists the newest first, so a long list is
 * walked down to its end once, and then read upwards: no more than a page is held at a time.
 * https://docs.stripe.com/api/events/list
 *
 * @param since unix seconds; null: as far back as Stripe keeps them, which is 30 days
 */
export async function* oldestFirst(since: number | null): AsyncGenerator<unknown[]> {
  const address = since === null ? "/v1/events" : `/v1/events?created[gte]=${Math.floor(since)}`;
  let oldest: unknown[] = [];
  let pages = 0;
  for await (const { entries } of readPages(address)) {
    if (entries.length === 0) break;
    oldest = entries;
    pages += 1;
  }
  if (pages > 0) yield oldest.toReversed();
  let [newest] = oldest;
  for (let more = pages > 1; more && isDocument(newest); ) {
    const { answer } = await ask(`/v1/events?limit=${PAGE_SIZE}&ending_before=${newest.id}`);
    if (!isPage(answer)) throw new TypeError("Stripe's answer to /v1/events is no list.");
    if (answer.data.length > 0) yield answer.data.toReversed();
    newest = answer.data[0];
    more = answer.has_more;
  }
}
