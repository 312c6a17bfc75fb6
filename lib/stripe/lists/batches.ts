import type { Observed } from "../mirror/observed";
import type { Page, Position } from "./pages";

/** Several pages taken in together. */
export type Batch = { seen: Observed[]; position: Position; pages: number };

/** Objects that one statement takes, and pages that are gathered for it at the most. */
const ROWS = 500;
const PAGES = 100;

/**
 * Puts pages together until they fill a statement. The next batch is read while the last is being written.
 *
 * @throws what reading throws, after all that was read before
 */
export async function* batches(pages: AsyncGenerator<Page>): AsyncGenerator<Batch> {
  const gather = gathering(pages);
  let next = gather();
  try {
    for (let batch = await next; batch; batch = await next) {
      next = gather();
      // Looked at when its turn comes.
      next.catch(() => {});
      yield batch;
    }
  } finally {
    // What is being read still is let come to its end.
    await next.catch(() => {});
  }
}

function gathering(pages: AsyncGenerator<Page>): () => Promise<Batch | undefined> {
  const failures: unknown[] = [];
  return async () => {
    const seen: Observed[] = [];
    let position: Position | undefined;
    let count = 0;
    while (seen.length < ROWS && count < PAGES && failures.length === 0) {
      const page = await pages.next().catch((error: unknown) => void failures.push(error));
      if (!page || page.done) break;
      seen.push(...page.value.seen);
      position = page.value.position;
      count += 1;
    }
    if (position) return { seen, position, pages: count };
    if (failures.length > 0) throw failures[0];
    return undefined;
  };
}
