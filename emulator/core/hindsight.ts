import type { Change, Store } from "./store";

interface Before {
  /** Milliseconds of the machine's clock. */
  readonly at: number;
  /** What the objects were until then. */
  readonly changes: readonly Change[];
}

/** What an account's objects were before their latest changes, in memory alone. */
export class Hindsight {
  readonly #noted: Before[] = [];

  /** Notes what is about to be replaced. */
  note(changes: readonly Change[], at = Date.now()): void {
    this.#noted.push({ at, changes });
  }

  forget(): void {
    this.#noted.length = 0;
  }

  /**
   * Reads a store as it was at some moment. What had changed before the noting began can't be told.
   *
   * @param moment milliseconds of the machine's clock
   */
  asOf<T>(store: Store, moment: number, read: () => T): T {
    const since = this.#noted.filter(({ at }) => at > moment).reverse();
    return store.aside(() => {
      for (const [kind, id, object] of since.flatMap(({ changes }) => changes)) {
        if (object === null) store.delete(kind, id);
        else store.put(kind, object);
      }
      return read();
    });
  }
}
