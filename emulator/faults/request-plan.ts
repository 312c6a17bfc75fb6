import type { Account } from "../core/account";
import { isRequestAction, type RequestAction } from "./actions";
import { fire } from "./fire";
import { matchesGlob } from "./glob";
import { errorPage, failure, keyInUse, lockTimeout, type Refusal, rateLimit } from "./refusals";
import type { RequestFault } from "./rule";

/** How a connection ends without an answer. */
export type NoAnswer = "cut" | "hang";

/** What goes wrong with a request, in the order of its life. */
export interface RequestPlan {
  /** Milliseconds before the work begins. */
  readonly wait: number;
  /** Ends the connection before the work. */
  readonly before: NoAnswer | null;
  /** Answers in place of the work. */
  readonly instead: Refusal | null;
  /** The status of an error told, and kept for replays, although the work was done. */
  readonly failAfterwards: number | null;
  /** How many seconds ago what is read was true; 0 for now. */
  readonly stale: number;
  /** Ends the connection once the work is done, with the first half of the answer or none. */
  readonly after: NoAnswer | "half" | null;
  /** Milliseconds the answer takes on its way. */
  readonly slow: number;
}

export const ALL_WELL: RequestPlan = {
  wait: 0,
  before: null,
  instead: null,
  failAfterwards: null,
  stale: 0,
  after: null,
  slow: 0,
};

const PLANS: Readonly<Record<RequestAction, (amount: number) => Partial<RequestPlan>>> = {
  delay: (wait) => ({ wait }),
  error_before: (status) => ({ instead: failure(status) }),
  error_after: (failAfterwards) => ({ failAfterwards }),
  error_page: (status) => ({ instead: errorPage(status) }),
  rate_limit: () => ({ instead: rateLimit }),
  lock_timeout: () => ({ instead: lockTimeout }),
  key_in_use: () => ({ instead: keyInUse }),
  slow_answer: (slow) => ({ slow }),
  cut_answer: () => ({ after: "half" }),
  stale_read: (stale) => ({ stale }),
  hang_before: () => ({ before: "hang" }),
  hang_after: () => ({ after: "hang" }),
  cut_before: () => ({ before: "cut" }),
  cut_after: () => ({ after: "cut" }),
};

/** What several faults come to together; of two of one sort the first counts. */
export function combined(faults: readonly RequestFault[]): RequestPlan {
  let plan = ALL_WELL;
  for (const { action, amount } of [...faults].reverse()) plan = { ...plan, ...PLANS[action](amount) };
  return plan;
}

/** What the account's rules say is to go wrong with a request. */
export function planRequest(account: Account, method: string, path: string): RequestPlan {
  if (account.store.rows("_fault").size === 0) return ALL_WELL;
  const faults = account.run(({ store }) =>
    fire(
      store,
      isRequestAction,
      (rule) =>
        (rule.method === null || rule.method === method) &&
        (rule.path === null || matchesGlob(rule.path, path)),
    ),
  );
  return combined(faults);
}
