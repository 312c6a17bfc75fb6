/** What is left of a deleted object: enough to answer its id with Stripe's `{ id, object, deleted: true }`. */
export interface DeletedRecord {
  readonly id: string;
  readonly object: string;
}

/** Work to be done at a time of the account's clock, or of one test clock. Runs once, in order of (at, id). */
export interface Job {
  readonly id: string;
  /** Unix seconds, on the clock the job belongs to. */
  readonly at: number;
  /** A test clock's id, or null for the account's own time. */
  readonly clock: string | null;
  /** Names an entry of the job registry. */
  readonly name: string;
  /** The id of the object the job is about. */
  readonly subject: string;
}
