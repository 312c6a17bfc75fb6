type Handler = (payload: unknown) => void;

/**
 * Listeners by event name. Everything is emitted in a task of its own: React attaches its listeners after
 * it has mounted an element, and must not miss what happens in between.
 */
export class Emitter {
  readonly #handlers = new Map<string, Set<Handler>>();
  readonly #once = new WeakSet<Handler>();

  on(event: string, handler: Handler): this {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return this;
  }

  once(event: string, handler: Handler): this {
    const single: Handler = (payload) => handler(payload);
    this.#once.add(single);
    return this.on(event, single);
  }

  /** Takes one listener away, or all of an event, or all there are. */
  off(event?: string, handler?: Handler): this {
    if (event === undefined) this.#handlers.clear();
    else if (handler === undefined) this.#handlers.delete(event);
    else this.#handlers.get(event)?.delete(handler);
    return this;
  }

  /** Whether anybody hears of the event. */
  protected listens(event: string): boolean {
    return (this.#handlers.get(event)?.size ?? 0) > 0;
  }

  protected emit(event: string, payload: unknown): void {
    setTimeout(() => {
      for (const handler of [...(this.#handlers.get(event) ?? [])]) {
        if (this.#once.has(handler)) this.off(event, handler);
        handler(payload);
      }
    });
  }
}
