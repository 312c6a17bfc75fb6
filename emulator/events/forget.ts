import { type Account, machineSeconds } from "../core/account";

/** How long events are kept: https://docs.stripe.com/api/events */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** Removes an account's events of more than 30 days ago, with what became of them on their way to endpoints. */
export function forgetOldEvents(account: Account): void {
  const limit = machineSeconds() - KEPT_SECONDS;
  const old = account.store.list("event").filter(({ recorded }) => recorded < limit);
  if (old.length === 0) return;
  account.run(({ store }) => {
    for (const { id } of old) {
      for (const delivery of store.list("_delivery", "event", id)) store.delete("_delivery", delivery.id);
      store.delete("event", id);
    }
  });
}
