import type { Account } from "./core/account";
import type { Accounts } from "./core/accounts";
import { runDueJobs } from "./core/run-jobs";
import { forgetOldEvents } from "./events/forget";
import { JOBS } from "./jobs";

const JOBS_EVERY = 1_000;
const EVENTS_EVERY = 60 * 60 * 1_000;

/**
 * Does, again and again, what time brings about in every account. What fails in one account is told of on the
 * console; it neither ends the process nor keeps anything from the others. Gives how to stop it.
 */
export function keepHouse(accounts: Accounts): () => void {
  const inEach = (what: string, task: (account: Account) => void) => () => {
    for (const account of accounts.all()) {
      try {
        task(account);
      } catch (error) {
        console.error(`${what} of the account ${account.name} failed:`, error);
      }
    }
  };
  const forget = inEach("Forgetting old events", forgetOldEvents);
  forget();
  const timers = [
    setInterval(
      inEach("The due jobs", (account) => runDueJobs(account, JOBS)),
      JOBS_EVERY,
    ),
    setInterval(forget, EVENTS_EVERY),
  ];
  return () => timers.forEach(clearInterval);
}
