import type { Account } from "./account";
import type { JobRegistry } from "./jobs";
import type { Job } from "./records";

/**
 * Runs, each as its own piece of work, the jobs that are due: those of the account by its time, and those of
 * each test clock that is being advanced, the clock stopping at each. One that fails is undone, told of on
 * the console and not tried again: the ones after it are none the worse.
 */
export function runDueJobs(account: Account, registry: JobRegistry): void {
  for (;;) {
    const job = nextJob(account);
    if (job === null) return;
    try {
      account.run(
        (work) => {
          work.store.delete("_job", job.id);
          if (job.clock !== null) reach(work.store, job.clock, job.at);
          const run = registry[job.name];
          if (run === undefined) throw new Error(`No job is called ${job.name}`);
          run(work, job);
        },
        undefined,
        job.clock,
      );
    } catch (error) {
      console.error(`The job ${job.name} for ${job.subject} failed:`, error);
      account.run(({ store }) => store.delete("_job", job.id));
    }
  }
}

function nextJob(account: Account): Job | null {
  const own = account.store.rows("_job", "clock", "account").at(0)?.value;
  if (own !== undefined && own.at <= account.now()) return own;
  for (const { id, status, status_details: details } of account.store.list("test_helpers.test_clock")) {
    const target = status === "advancing" ? details.advancing?.target_frozen_time : undefined;
    const job = account.store.rows("_job", "clock", id).at(0)?.value;
    if (target !== undefined && job !== undefined && job.at <= target) return job;
  }
  return null;
}

function reach(store: Account["store"], clock: string, at: number): void {
  const { frozen_time: frozen } = store.must("test_helpers.test_clock", clock);
  store.update("test_helpers.test_clock", clock, { frozen_time: Math.max(frozen, at) });
}
