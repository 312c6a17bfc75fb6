import { emitEvent } from "../events/emit";
import { type Chance, type IdKind, makeId, randomText } from "./ids";
import type { JobRegistry } from "./jobs";
import type { Journal } from "./journal";
import { render } from "./render";
import type { Store } from "./store";
import type { RequestReference, Work } from "./work";

const NO_REQUEST: RequestReference = { id: null, idempotency_key: null };

/** The world an API key opens: everything in it is apart from every other key's. */
export class Account {
  /** Called after each piece of work, when its changes are on disk. */
  onCommit: () => void = () => {};

  constructor(
    /** What follows `sk_test_` in its key. */
    readonly name: string,
    /** Stripe's id of it. */
    readonly id: string,
    readonly store: Store,
    private readonly journal: Journal | null,
    private readonly chance: Chance,
    readonly origin: () => string,
  ) {}

  /** Unix seconds on the account's clock. */
  now(): number {
    return machineSeconds() + (this.store.get("_state", "state")?.offset ?? 0);
  }

  /**
   * Runs one atomic piece of work and keeps what it did, in memory and on disk, before giving its result. When
   * it throws nothing of it is kept.
   */
  run<T>(task: (work: Work) => T, request: RequestReference = NO_REQUEST): T {
    this.store.begin();
    let result: T;
    try {
      result = task(this.work(request));
    } catch (error) {
      this.store.rollback();
      throw error;
    }
    const changes = this.store.commit();
    if (changes.length > 0) {
      this.journal?.append(changes);
      this.onCommit();
    }
    return result;
  }

  /** Forgets everything the account holds. */
  clear(): void {
    this.store.clear();
    this.journal?.compact();
    this.onCommit();
  }

  close(): void {
    this.journal?.close();
  }

  newId(kind: IdKind): string {
    return makeId(kind, this.now(), this.id.slice(5, 15), this.chance);
  }

  private work(request: RequestReference): Work {
    const { store } = this;
    const work: Work = {
      store,
      request,
      account: this.id,
      origin: this.origin(),
      now: (clock = null) =>
        clock === null ? this.now() : store.must("test_helpers.test_clock", clock).frozen_time,
      newId: (kind) => this.newId(kind),
      random: (length) => randomText(this.chance, length),
      snapshot: (object) => render(store, object),
      emit: (type, object, before) => emitEvent(work, type, object, before),
      schedule: (job) => store.put("_job", { ...job, id: this.newId("job") }).id,
    };
    return work;
  }
}

/** Unix seconds of the machine's own clock. */
export function machineSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * Runs, each as its own piece of work, the account's jobs that are due by now, in order. One that fails is
 * undone, told of on the console and not tried again: the ones after it are none the worse.
 */
export function runDueJobs(account: Account, registry: JobRegistry): void {
  for (;;) {
    const job = account.store.rows("_job", "clock", "account").at(0)?.value;
    if (job === undefined || job.at > account.now()) return;
    try {
      account.run((work) => {
        work.store.delete("_job", job.id);
        const run = registry[job.name];
        if (run === undefined) throw new Error(`No job is called ${job.name}`);
        run(work, job);
      });
    } catch (error) {
      console.error(`The job ${job.name} for ${job.subject} failed:`, error);
      account.run(({ store }) => store.delete("_job", job.id));
    }
  }
}
