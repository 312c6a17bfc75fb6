/**
 * The idempotency keys of requests whose work isn't done yet. Work itself takes no time a request could come
 * in; only one that is held up by a fault stays here for long enough to be met by another.
 */
export class InFlight {
  private readonly keys = new Set<string>();

  /** Takes a key, and gives how to let it go; null while another request holds it. */
  take(authorization: string | undefined, key: string | undefined): (() => void) | null {
    if (key === undefined) return () => {};
    const held = `${authorization} ${key}`;
    if (this.keys.has(held)) return null;
    this.keys.add(held);
    return () => {
      this.keys.delete(held);
    };
  }
}
