import type { Account } from "../core/account";
import type { Delivery } from "../core/records";
import type { DeliveryAction } from "../faults/actions";
import type { Dispatcher } from "./dispatcher";

/** What is to be delivered before a request is answered, and what only afterwards. */
export interface AroundAnswer {
  before(): Promise<void>;
  after(): void;
}

/** The deliveries of a request's events that are timed by its answer; null when there is none. */
export function aroundAnswer(
  account: Account,
  dispatcher: Dispatcher,
  requestId: string,
): AroundAnswer | null {
  const before = timed(account, requestId, "before_answer");
  const after = timed(account, requestId, "after_answer");
  if (before.length === 0 && after.length === 0) return null;
  return {
    before: () => dispatcher.attempted(before.map(({ id }) => id)),
    after: () =>
      account.run(({ store }) => {
        const present = after.filter(({ id }) => store.get("_delivery", id)?.attempts.length === 0);
        for (const { id } of present) store.update("_delivery", id, { next_attempt: Date.now() / 1000 });
      }),
  };
}

/** The request's events are the newest there are. */
function timed({ store }: Account, requestId: string, action: DeliveryAction): Delivery[] {
  const rows = store.rows("_delivery");
  const found: Delivery[] = [];
  for (let position = rows.size - 1; position >= 0; position--) {
    const delivery = rows.at(position)?.value;
    if (delivery === undefined) break;
    if (store.get("event", delivery.event)?.request?.id !== requestId) break;
    if (delivery.faults.some((fault) => fault.action === action)) found.unshift(delivery);
  }
  return found;
}
