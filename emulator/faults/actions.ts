/** What a kind of fault is called, and what its amount counts. */
interface ActionWords {
  readonly words: string;
  /** The unit of its amount; null where it has none. */
  readonly unit: "milliseconds" | "seconds" | "status" | "times" | "deliveries" | null;
  /** The amount when none is given. */
  readonly usual: number;
}

/** What can go wrong with a request to the API. */
export const REQUEST_ACTIONS = {
  delay: { words: "Begin the work late", unit: "milliseconds", usual: 1_000 },
  error_before: { words: "Fail before the work", unit: "status", usual: 500 },
  error_after: { words: "Fail after the work is done", unit: "status", usual: 500 },
  error_page: { words: "A proxy's page in HTML instead of an answer", unit: "status", usual: 502 },
  rate_limit: { words: "Too many requests (429)", unit: null, usual: 0 },
  lock_timeout: { words: "Object locked by another request (429)", unit: null, usual: 0 },
  key_in_use: { words: "Idempotency key in use (409)", unit: null, usual: 0 },
  slow_answer: { words: "Send the answer slowly", unit: "milliseconds", usual: 1_000 },
  cut_answer: { words: "Cut the connection in the middle of the answer", unit: null, usual: 0 },
  stale_read: { words: "Read things as they were before", unit: "seconds", usual: 60 },
  hang_before: { words: "Never answer, nothing done", unit: null, usual: 0 },
  hang_after: { words: "Never answer, the work done", unit: null, usual: 0 },
  cut_before: { words: "Cut the connection before the work", unit: null, usual: 0 },
  cut_after: { words: "Cut the connection after the work is done", unit: null, usual: 0 },
} as const satisfies Readonly<Record<string, ActionWords>>;

/** What can go wrong on an event's way to an endpoint. */
export const DELIVERY_ACTIONS = {
  duplicate: { words: "Deliver again", unit: "times", usual: 1 },
  duplicate_new_id: { words: "Deliver again as another event", unit: "times", usual: 1 },
  reorder: { words: "Deliver behind later ones", unit: "deliveries", usual: 1 },
  late: { words: "Deliver late", unit: "seconds", usual: 5 },
  drop: { words: "Never deliver", unit: null, usual: 0 },
  drop_until_retry: { words: "Lose it until a retry", unit: "times", usual: 1 },
  wrong_signature: { words: "Sign with a wrong secret", unit: null, usual: 0 },
  old_timestamp: { words: "Sign with an old time", unit: "seconds", usual: 3_600 },
  old_version: { words: "Send in an older API version", unit: null, usual: 0 },
  before_answer: { words: "Deliver before the request is answered", unit: null, usual: 0 },
  after_answer: { words: "Deliver after the request is answered", unit: null, usual: 0 },
} as const satisfies Readonly<Record<string, ActionWords>>;

export const ACTIONS: Readonly<Record<FaultAction, ActionWords>> = {
  ...REQUEST_ACTIONS,
  ...DELIVERY_ACTIONS,
};

export type RequestAction = keyof typeof REQUEST_ACTIONS;
export type DeliveryAction = keyof typeof DELIVERY_ACTIONS;
export type FaultAction = RequestAction | DeliveryAction;

/** Whether it is something that can be made to go wrong with a request. */
export function isRequestAction(name: string): name is RequestAction {
  return Object.hasOwn(REQUEST_ACTIONS, name);
}

/** Whether it is something that can be made to go wrong with the delivery of an event. */
export function isDeliveryAction(name: string): name is DeliveryAction {
  return Object.hasOwn(DELIVERY_ACTIONS, name);
}
