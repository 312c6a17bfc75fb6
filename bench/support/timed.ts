/** How long a batch took: all of it in seconds, and each of its items in milliseconds. */
export type Timing = { seconds: number; latencies: number[] };

/**
 * Performs something on each item, so many at once.
 *
 * @throws what the first failure throws: a measure of failures is none
 */
export async function timeAll<Item>(
  items: readonly Item[],
  concurrency: number,
  perform: (item: Item) => Promise<void>,
): Promise<Timing> {
  const latencies: number[] = [];
  const left = items.values();
  const began = performance.now();
  const lane = async () => {
    for (const item of left) {
      const start = performance.now();
      await perform(item);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { seconds: (performance.now() - began) / 1000, latencies };
}
