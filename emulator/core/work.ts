import type Stripe from "stripe";
import type { IdKind } from "./ids";
import type { Job } from "./records";
import type { Store } from "./store";

/** An object as the API would show it at some moment, nothing expanded. Compared to say what changed. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Anything with a name for what it is: a stored object, or one made to be shown. */
export interface Shown {
  readonly object: string;
  readonly [field: string]: unknown;
}

export interface RequestReference {
  readonly id: string | null;
  readonly idempotency_key: string | null;
}

/**
 * One atomic piece of work on one account: a request's or a job's. What it puts into the store, the events
 * it emits and the jobs it schedules are kept together or not at all.
 */
export interface Work {
  readonly store: Store;
  /** The request behind this work; both fields null when time alone is. */
  readonly request: RequestReference;
  /** The account's id: `acct_…`. */
  readonly account: string;
  /** Where the stand-in is reached, without a trailing slash: for the pages it hosts. */
  readonly origin: string;
  /**
   * Unix seconds: on the test clock named, or else on the clock this work is about, which is the account's
   * own unless what it is about belongs to a test clock.
   */
  now(clock?: string | null): number;
  /** A new id in Stripe's form for the kind. */
  newId(kind: IdKind): string;
  /** `length` random letters and digits from the account's seed: for client secrets and the like. */
  random(length: number): string;
  /** The object as the API shows it now; take it before changing the object or its children. */
  snapshot(object: Shown): Snapshot;
  /**
   * Records an event about the object as it is now. With `before` given, the event carries the fields that
   * differ as `previous_attributes`, and nothing is recorded when none does.
   */
  emit(type: Stripe.Event["type"], object: Shown, before?: Snapshot): void;
  /**
   * Queues a job, on the clock of this work unless it names one; its name is an entry of the job registry.
   * Returns its id, by which it can be removed.
   */
  schedule(job: Omit<Job, "id">): string;
}

/** One API request, its parameters parsed and checked. */
export interface Call<Params> extends Work {
  readonly params: Params;
  /** The ids in the URL, by their names in the path's pattern. */
  readonly path: Readonly<Record<string, string>>;
  /** The id at the end of the URL, or the one before the verb: `path.id`. */
  readonly id: string;
  readonly expand: readonly string[];
  /** Came with a publishable key: answers show what a browser may see. */
  readonly publishable: boolean;
}
