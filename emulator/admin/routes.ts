import type { Api } from "../api/api";
import type { Account } from "../core/account";
import type { Accounts } from "../core/accounts";
import { missingReference } from "../core/errors";
import { render } from "../core/render";
import type { Snapshots } from "../core/snapshots";
import { deliverAgain, resendEvent } from "../delivery/again";
import type { Dispatchers } from "../delivery/dispatchers";
import { findDeliveries } from "../delivery/find";
import { addFault, removeAllFaults, removeFault } from "../faults/rules";
import { JOBS } from "../jobs";
import { deleteUnusedPrice } from "../resources/prices/remove";
import { advanceClock, advanceToNext, clockView, setStrictness } from "./clock";
import { disputeCharge } from "./dispute";
import { listen } from "./listen";
import { refuseCard } from "./refuse-card";
import { renewCard } from "./renew-card";
import { retriesView, setRetries } from "./retries";
import { searchObjects } from "./search";
import { settingsView } from "./settings";
import { setWallets } from "./wallets";

export interface StandInParts {
  readonly accounts: Accounts;
  readonly api: Api;
  readonly dispatchers: Dispatchers;
  readonly snapshots: Snapshots;
}

/** What an administrator's request says. */
interface Asked {
  readonly body: unknown;
  readonly query: Readonly<Record<string, string>>;
  /** The last part of the path, where the route has a place for it. */
  readonly id: string;
}

type Admin = (account: Account, parts: StandInParts, asked: Asked) => Promise<object> | object;

const DONE = { ok: true };

/** What Stripe doesn't have, by method and path. */
export const ADMIN: Readonly<Record<string, Admin>> = {
  "POST /_emulator/cards/refuse": (account, _parts, { body }) =>
    account.run((work) => refuseCard(work, body)),
  "POST /_emulator/cards/renew": (account, _parts, { body }) => account.run((work) => renewCard(work, body)),
  "GET /_emulator/clock": (account) => clockView(account),
  "POST /_emulator/clock/strict": (account, _parts, { body }) => setStrictness(account, body),
  "POST /_emulator/clock/advance": (account, _parts, { body }) => advanceClock(account, JOBS, body),
  "POST /_emulator/clock/next": (account) => advanceToNext(account, JOBS),
  "GET /_emulator/deliveries": ({ store }, _parts, { query }) => ({ data: findDeliveries(store, query) }),
  "POST /_emulator/deliveries/again": (account, _parts, { body }) => {
    const id = textOf(body, "delivery");
    if (!account.run((work) => deliverAgain(work, id))) throw missingReference("delivery", id, "delivery");
    return DONE;
  },
  "POST /_emulator/deliveries/flush": async (account, { dispatchers }) => {
    await dispatchers.flush(account);
    return DONE;
  },
  "POST /_emulator/disputes": (account, _parts, { body }) =>
    account.run((work) => disputeCharge(work, textOf(body, "charge"), textOf(body, "reason"))),
  "GET /_emulator/events": ({ store }) => ({
    data: store.list("event").map((event) => render(store, event)),
  }),
  "POST /_emulator/events/resend": (account, _parts, { body }) =>
    account.run((work) => resendEvent(work, textOf(body, "event"), textOf(body, "endpoint"))),
  "GET /_emulator/faults": ({ store }) => ({ data: store.list("_fault").reverse() }),
  "POST /_emulator/faults": (account, _parts, { body }) => account.run((work) => addFault(work, body)),
  "DELETE /_emulator/faults": (account) => {
    account.run(removeAllFaults);
    return DONE;
  },
  "DELETE /_emulator/faults/{id}": (account, _parts, { id }) => {
    account.run((work) => removeFault(work, id));
    return DONE;
  },
  "POST /_emulator/listen": (account, _parts, { body }) => listen(account, body),
  "DELETE /_emulator/prices/{id}": (account, _parts, { id }) =>
    account.run((work) => deleteUnusedPrice(work, id)),
  "GET /_emulator/retries": retriesView,
  "POST /_emulator/retries": (account, _parts, { body }) => setRetries(account, body),
  "POST /_emulator/reset": (account) => {
    account.clear();
    return DONE;
  },
  "GET /_emulator/search": (account, _parts, { query }) => ({ data: searchObjects(account, query.q ?? "") }),
  "GET /_emulator/settings": settingsView,
  "GET /_emulator/snapshots": (account, { snapshots }) => ({ data: snapshots.names(account) }),
  "DELETE /_emulator/snapshots/{id}": (account, { snapshots }, { id }) => {
    snapshots.remove(account, id);
    return DONE;
  },
  "POST /_emulator/wallets": (account, _parts, { body }) => setWallets(account, body),
  "POST /_emulator/snapshot": (account, { snapshots }, { body }) => {
    snapshots.take(account, textOf(body, "name"));
    return DONE;
  },
  "POST /_emulator/restore": (account, { snapshots }, { body }) => {
    snapshots.restore(account, textOf(body, "name"));
    return DONE;
  },
};

/** A text of the body; empty when there is none of that name. */
function textOf(body: unknown, name: string): string {
  const given: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : {}) };
  const value = given[name];
  return typeof value === "string" ? value : "";
}
