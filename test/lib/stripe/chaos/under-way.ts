import { setTimeout as sleep } from "node:timers/promises";
import type { Pace } from "./schedule";
import type { Wire } from "./wire";

/** Milliseconds after which what is under way is left to itself. */
const LONGEST = 200;

/** What has been begun and isn't finished. */
export class UnderWay {
  readonly #running = new Set<Promise<void>>();

  constructor(readonly wire: Wire) {}

  /** Begins something, and lets it get as far as the pace says. */
  async begin(work: Promise<void>, pace: Pace): Promise<void> {
    const running = work.finally(() => this.#running.delete(running));
    this.#running.add(running);
    await this.#paces[pace]();
  }

  /** Waits for all of it; no answer is held up meanwhile. */
  async end(): Promise<void> {
    this.wire.open();
    await Promise.all(this.#running);
    this.wire.hold();
  }

  readonly #paces: Record<Pace, () => Promise<void>> = {
    overlapping: async () => {},
    through: () => this.#rest(),
    alone: () => this.end(),
  };

  /** Waits until all that is left waits for an answer of the stand-in. */
  async #rest(): Promise<void> {
    for (let waited = 0; waited < LONGEST && this.#running.size > this.wire.held; waited++) await sleep(1);
  }
}
