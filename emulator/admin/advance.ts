import { type Account, machineSeconds } from "../core/account";
import { invalidRequest } from "../core/errors";
import type { JobRegistry } from "../core/jobs";
import { runDueJobs } from "../core/run-jobs";

/**
 * Moves an account's clock forward, stopping at everything that is due on the way, so that each thing happens
 * at its own time.
 */
export function advanceClock(account: Account, jobs: JobRegistry, body: unknown): { readonly now: number } {
  const given: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const { seconds } = given;
  if (typeof seconds !== "number" || !Number.isInteger(seconds) || seconds < 0) {
    throw invalidRequest("seconds must be how far the clock is to go forward", { param: "seconds" });
  }
  const target = account.now() + seconds;
  runDueJobs(account, jobs);
  for (;;) {
    const next = account.store.rows("_job", "clock", "account").at(0)?.value;
    if (next === undefined || next.at > target) break;
    setClock(account, Math.max(next.at, account.now()));
    runDueJobs(account, jobs);
  }
  setClock(account, target);
  return { now: account.now() };
}

/** Says whether what is on a test clock may be changed while the clock is being advanced. */
export function setStrictness(account: Account, body: unknown): { readonly strict: boolean } {
  const { strict }: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  if (typeof strict !== "boolean") throw invalidRequest("strict must be true or false", { param: "strict" });
  account.run(({ store }) =>
    store.put("_state", { offset: 0, ...store.get("_state", "state"), id: "state", lenientClocks: !strict }),
  );
  return { strict };
}

function setClock(account: Account, now: number): void {
  account.run(({ store }) =>
    store.put("_state", { ...store.get("_state", "state"), id: "state", offset: now - machineSeconds() }),
  );
}
