import { emitEvent } from "../events/emit";
import { Hindsight } from "./hindsight";
import { type IdKind, type IdSource, makeId, randomText } from "./ids";
import type { Journal } from "./journal";
import { render } from "./render";
import type { Change, Store } from "./store";
import type { RequestReference, Work } from "./work";

const NO_REQUEST: RequestReference = { id: null, idempotency_key: null };

/** The world an API key opens: everything in it is apart from every other key's. */
export class Account {
  /** Called after each piece of work, with what it changed, when that is on disk; with null when all is otherwise. */
  onCommit: (changes: readonly Change[] | null) => void = () => {};
  readonly #hindsight = new Hindsight();
  #standing: number | null = null;

  constructor(
    /** What follows `sk_test_` in its key. */
    readonly name: string,
    /** Stripe's id of it. */
    readonly id: string,
    readonly store: Store,
    private readonly journal: Journal | null,
    private readonly ids: IdSource,
    readonly origin: () => string,
  ) {}

  /** Unix seconds on the account's clock. */
  now(): number {
    return this.#standing ?? machineSeconds() + (this.store.get("_state", "state")?.offset ?? 0);
  }

  /** Lets the account's clock stand at a moment, in unix seconds, until something is done, however long that takes. */
  standingAt(moment: number, task: () => void): void {
    this.#standing = moment;
    try {
      task();
    } finally {
      this.#standing = null;
    }
  }

  /**
   * Runs one atomic piece of work and keeps what it did, in memory and on disk, before giving its result. When
   * it throws nothing of it is kept. Work on what belongs to a test clock has that clock's time for its own.
   */
  run<T>(task: (work: Work) => T, request: RequestReference = NO_REQUEST, clock: string | null = null): T {
    this.store.begin();
    let result: T;
    try {
      result = task(this.work(request, clock));
      const changes = this.store.changes();
      // What can't be kept hasn't happened.
      if (changes.length > 0) this.journal?.append(changes);
    } catch (error) {
      this.store.rollback();
      throw error;
    }
    if (this.isLookedBackOn()) this.#hindsight.note(this.store.earlier());
    else this.#hindsight.forget();
    const changes = this.store.commit();
    if (changes.length > 0) this.onCommit(changes);
    return result;
  }

  /** Inside a piece of work: reads what the account holds as it was some seconds ago, as far as a rule has asked for it. */
  asOf<T>(seconds: number, read: () => T): T {
    return this.#hindsight.asOf(this.store, Date.now() - seconds * 1000, read);
  }

  /** Forgets everything the account holds. */
  clear(): void {
    this.replace([]);
  }

  /** Puts what was noted of some moment, by `store.everything()`, in the place of what the account holds. */
  replace(everything: readonly Change[]): void {
    const before = [...this.store.everything()];
    this.fill(everything);
    try {
      this.journal?.compact();
    } catch (error) {
      this.fill(before);
      throw error;
    }
    this.#hindsight.forget();
    this.onCommit(null);
  }

  close(): void {
    this.journal?.close();
  }

  newId(kind: IdKind): string {
    return makeId(kind, this.ids.time(this.now()), this.id.slice(5, 15), this.ids.chance);
  }

  private fill(everything: readonly Change[]): void {
    this.store.clear();
    for (const change of everything) this.store.apply(change);
  }

  private isLookedBackOn(): boolean {
    const { size } = this.store.rows("_fault");
    return size > 0 && this.store.list("_fault").some(({ action }) => action === "stale_read");
  }

  private work(request: RequestReference, own: string | null): Work {
    const { store } = this;
    const work: Work = {
      store,
      request,
      account: this.id,
      origin: this.origin(),
      now: (clock) => {
        const named = clock ?? own;
        return named === null ? this.now() : store.must("test_helpers.test_clock", named).frozen_time;
      },
      newId: (kind) => this.newId(kind),
      random: (length) => randomText(this.ids.chance, length),
      snapshot: (object) => render(store, object),
      emit: (type, object, before) => emitEvent(work, type, object, before),
      schedule: (job) => store.put("_job", { ...job, clock: job.clock ?? own, id: this.newId("job") }).id,
    };
    return work;
  }
}

/** Unix seconds of the machine's own clock. */
export function machineSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
