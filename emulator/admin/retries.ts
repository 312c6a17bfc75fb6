import { retriesOf } from "../billing/invoices/retries";
import type { Account } from "../core/account";
import { invalidRequest } from "../core/errors";
import type { RetryPolicy } from "../core/records";

const ENDS: Readonly<Record<string, RetryPolicy["end"]>> = {
  cancel: "cancel",
  past_due: "past_due",
  unpaid: "unpaid",
};

/** How failed payments are tried again, and what becomes of a subscription when none succeeds. */
export function retriesView({ store }: Account): RetryPolicy {
  return retriesOf(store);
}

/** Changes what is said of `{ attempts, days, end }`, as Stripe's dashboard does for failed payments. */
export function setRetries(account: Account, body: unknown): RetryPolicy {
  const present = retriesOf(account.store);
  const given: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const retries = {
    attempts: whole(given.attempts, present.attempts, "attempts"),
    days: whole(given.days, present.days, "days"),
    end: endOf(given.end, present.end),
  };
  account.run(({ store }) =>
    store.put("_state", { offset: 0, ...store.get("_state", "state"), id: "state", retries }),
  );
  return retries;
}

function whole(given: unknown, present: number, param: string): number {
  if (given === undefined) return present;
  const number = typeof given === "string" ? Number(given) : given;
  if (typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= 60) return number;
  throw invalidRequest(`${param} must be a whole number from 1 to 60`, { param });
}

function endOf(given: unknown, present: RetryPolicy["end"]): RetryPolicy["end"] {
  if (given === undefined) return present;
  const end = typeof given === "string" && Object.hasOwn(ENDS, given) ? ENDS[given] : undefined;
  if (end !== undefined) return end;
  throw invalidRequest(`end must be one of ${Object.keys(ENDS).join(", ")}`, { param: "end" });
}
