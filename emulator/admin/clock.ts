import { type Account, machineSeconds } from "../core/account";
import { invalidRequest } from "../core/errors";
import type { JobRegistry } from "../core/jobs";
import type { Job } from "../core/records";
import { runDueJobs } from "../core/run-jobs";

/** An account's time, in unix seconds. */
export interface ClockView {
  readonly now: number;
  /** Seconds by which it is ahead of the machine's. */
  readonly offset: number;
  /** What happens next by itself, or null if nothing is planned. */
  readonly next: { readonly at: number; readonly job: string; readonly subject: string } | null;
}

/** Everything on the way happens: what lives for longer would keep everybody waiting. */
const FURTHEST = 10 * 366 * 86_400;

/** What the account's clock shows, in seconds: its time, how far that is from the machine's, and what is due next. */
export function clockView(account: Account): ClockView {
  const job = nextWaitedFor(account);
  const next = job === null ? null : { at: job.at, job: job.name, subject: job.subject };
  return { now: account.now(), offset: account.now() - machineSeconds(), next };
}

/**
 * Moves an account's clock forward by `{ seconds }`, stopping at everything that is due on the way, so that
 * each thing happens at its own time.
 */
export function advanceClock(account: Account, jobs: JobRegistry, body: unknown): ClockView {
  const given: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const seconds = typeof given.seconds === "string" ? Number(given.seconds) : given.seconds;
  if (typeof seconds !== "number" || !Number.isInteger(seconds) || seconds < 0 || seconds > FURTHEST) {
    throw invalidRequest("seconds must be how far the clock is to go forward, at most ten years", {
      param: "seconds",
    });
  }
  return goTo(account, jobs, account.now() + seconds);
}

/** Moves an account's clock to the next thing that is due, and lets it happen. Nothing moves when there is none. */
export function advanceToNext(account: Account, jobs: JobRegistry): ClockView {
  const next = nextWaitedFor(account);
  return next === null ? clockView(account) : goTo(account, jobs, Math.max(next.at, account.now()));
}

/** Says with `{ strict }` whether what is on a test clock stays as it is while the clock is being advanced. */
export function setStrictness(account: Account, body: unknown): { readonly strict: boolean } {
  const { strict: given }: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const strict = given === "true" || (given === "false" ? false : given);
  if (typeof strict !== "boolean") throw invalidRequest("strict must be true or false", { param: "strict" });
  account.run(({ store }) =>
    store.put("_state", { offset: 0, ...store.get("_state", "state"), id: "state", lenientClocks: !strict }),
  );
  return { strict };
}

function goTo(account: Account, jobs: JobRegistry, target: number): ClockView {
  runDueJobs(account, jobs);
  for (;;) {
    const next = nextJob(account);
    if (next === null || next.at > target) break;
    const moment = Math.max(next.at, account.now());
    setClock(account, moment);
    // What takes into the machine's next second still happens at its own time.
    account.standingAt(moment, () => runDueJobs(account, jobs));
  }
  setClock(account, target);
  return clockView(account);
}

function nextJob(account: Account): Job | null {
  return account.store.rows("_job", "clock", "account").at(0)?.value ?? null;
}

/** What somebody waits for: that money can be paid out happens every other day, and on the way. */
function nextWaitedFor({ store }: Account): Job | null {
  const jobs = store.rows("_job", "clock", "account");
  for (let place = 0; ; place++) {
    const job = jobs.at(place)?.value;
    if (job?.name !== "balance.available") return job ?? null;
  }
}

function setClock(account: Account, now: number): void {
  account.run(({ store }) =>
    store.put("_state", { ...store.get("_state", "state"), id: "state", offset: now - machineSeconds() }),
  );
}
