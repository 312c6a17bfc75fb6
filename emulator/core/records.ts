import type { DeliveryFault } from "../faults/rule";

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

/** Usage that was reported to a meter. Stripe shows a meter's events to nobody once they are taken. */
export interface MeterEventRecord {
  readonly id: string;
  readonly meter: string;
  readonly customer: string;
  /** Unix seconds, of the use and not of its report. */
  readonly timestamp: number;
  readonly value: number;
  /** Unix seconds of the report: for so long its identifier isn't taken again. */
  readonly created: number;
  readonly identifier: string;
}

/** What belongs to the account itself. There is one, with the id `state`. */
export interface AccountState {
  readonly id: "state";
  /** Seconds by which the account's clock is ahead of the machine's. */
  readonly offset: number;
  /** What is on a test clock may be changed even while the clock is being advanced. */
  readonly lenientClocks?: boolean;
  readonly retries?: RetryPolicy;
  /** The wallets whose buttons the Express Checkout Element shows. */
  readonly wallets?: readonly string[];
}

/** What the account does about payments of invoices that fail. */
export interface RetryPolicy {
  /** How many there are in all, the first one among them. */
  readonly attempts: number;
  /** The days they are spread over. */
  readonly days: number;
  /** What the last one that fails makes of the subscription. */
  readonly end: "cancel" | "past_due" | "unpaid";
}

/** The answer to a request that carried an idempotency key. The key is the id. */
export interface IdempotencyRecord {
  readonly id: string;
  /** Unix seconds of the machine's clock. */
  readonly created: number;
  /** Of method, path and parameters. */
  readonly fingerprint: string;
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly endpoint: string;
  /** Unix seconds of the machine's clock, as all times of deliveries: time moved by hand doesn't move them. */
  readonly created: number;
  /** Null once delivered or given up. A fraction of a second keeps the order of what is due at once. */
  readonly next_attempt: number | null;
  readonly attempts: readonly DeliveryAttempt[];
  /** What is to go wrong on the way. */
  readonly faults: readonly DeliveryFault[];
  /** How many later deliveries to the endpoint are to overtake it. */
  readonly behind: number;
}

export interface DeliveryAttempt {
  readonly at: number;
  readonly milliseconds: number;
  /** The answer's status, or null where there was none. */
  readonly status: number | null;
  /** The beginning of the answer, or why there was none. */
  readonly answer: string;
}

/** What an endpoint's deliveries are signed with, under the endpoint's id. Shown once, when it is made. */
export interface SigningSecret {
  readonly id: string;
  readonly secret: string;
}
