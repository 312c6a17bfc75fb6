/**
 * Does the same with each of many, several at once, and gives the results in their order. No more than `width`
 * are begun and not yet taken, however many there are.
 *
 * @throws the first failure, when its turn comes
 */
export async function* inOrder<T, R>(
  many: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (one: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const one of many) {
    const result = work(one);
    // It is looked at when its turn comes, which may be later than its failure.
    result.catch(() => {});
    begun.push(result);
    const first = begun.length >= width ? begun.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of begun) yield await result;
}
