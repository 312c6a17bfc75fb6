import { paced } from "../ask/pace";
import { usualRate } from "../ask/rate";
import { isLiveKey } from "../client";
import { checkAccount } from "../lists/account";
import { alone } from "../lists/alone";
import { ownerTypeOf } from "../lists/owners";
import { isUnknownToStandIn } from "../lists/stand-in";
import { type MirroredType, mirroredTypes } from "../mirror/registry";
import type { Share } from "./share";
import { syncType } from "./sync-type";

/** `absent`: the stand-in for Stripe doesn't have this type. */
type SyncState = "waiting" | "reading" | "done" | "failed" | "absent";

export type Synced = {
  type: MirroredType;
  state: SyncState;
  /** Objects taken in. */
  rows: number;
  /** Which part is done; null where that can't be told. */
  share: Share;
  /** What stopped it, where it failed. */
  error?: unknown;
};

export type SyncOptions = {
  types?: readonly MirroredType[];
  /** Everything, and not only what is new since the last finished run. */
  full?: boolean;
  /** Requests a second, for all types together. */
  perSecond?: number;
  /** Calls it off; the next run goes on from there. */
  signal?: AbortSignal;
  /** Told of every step of every type. */
  watch?: (step: Synced) => void;
};

/**
 * Reads what Stripe holds into the mirror, all types at once. Nothing newer is overwritten, whatever happens
 * meanwhile. A run that was cut short, by a failure or a kill, is gone on with. A type that fails stops no other.
 * What has changed or gone at Stripe since it was taken in is not looked for: events and `reconcile` tell of it.
 *
 * @returns one entry for each type
 * @throws AlreadyUnderWay, OtherAccount; the signal's reason; the database's error where it can't be reached at all
 */
export function syncMirror({
  types = mirroredTypes,
  full = false,
  perSecond = usualRate(),
  signal,
  watch = () => {},
}: SyncOptions = {}): Promise<Synced[]> {
  const begun = new Map<MirroredType, Promise<Synced>>();
  const begin = (type: MirroredType): Promise<Synced> => {
    const under = begun.get(type) ?? one(type);
    begun.set(type, under);
    return under;
  };
  const one = async (type: MirroredType): Promise<Synced> => {
    const step: Synced = { type, state: "waiting", rows: 0, share: null };
    const tell = (now: Partial<Synced>) => watch(Object.assign(step, now));
    const owner = ownerTypeOf(type);
    if (owner && types.includes(owner)) await begin(owner);
    tell({ state: "reading" });
    try {
      const rows = await syncType(type, full, (rows, share) => tell({ rows, share }));
      tell({ state: "done", rows, share: 1 });
    } catch (error) {
      if (signal?.aborted) return step;
      tell(isUnknownToStandIn(error) ? { state: "absent" } : { state: "failed", error });
    }
    return step;
  };
  return alone("sync", async () => {
    const done = await paced({ perSecond, signal }, async () => {
      // In development one changes from an account to another, with the same database.
      await checkAccount({ mayChange: !isLiveKey() });
      return Promise.all(types.map(begin));
    });
    signal?.throwIfAborted();
    return done;
  });
}
