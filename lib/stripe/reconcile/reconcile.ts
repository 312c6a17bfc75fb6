import { paced } from "../ask/pace";
import { usualRate } from "../ask/rate";
import { checkAccount } from "../lists/account";
import { alone } from "../lists/alone";
import { ownerTypeOf } from "../lists/owners";
import { isUnknownToStandIn } from "../lists/stand-in";
import { type MirroredType, mirroredTypes } from "../mirror/registry";
import { countHeld } from "./count-held";
import type { DriftKind } from "./drift";
import { openListed } from "./listed";
import { reconcileType } from "./reconcile-type";

/** How many rows differ in one way, and the first of them. */
export type Differing = { count: number; ids: string[] };

/** How one type compares with Stripe. */
export type Reconciled = {
  type: MirroredType;
  /** Objects in Stripe's lists. */
  compared: number;
  drift: Record<DriftKind, Differing>;
  /** Whether the mirror is now as Stripe is, as far as it was compared. */
  repaired: boolean;
  /** What stopped the comparison. */
  error?: unknown;
};

/** How far the comparison of one type has come. `absent`: the stand-in for Stripe doesn't have it. */
export type Comparing = {
  type: MirroredType;
  state: "waiting" | "comparing" | "done" | "failed" | "absent";
  compared: number;
  /** Which part is done, from 0 to 1; null where that can't be told. */
  share: number | null;
};

export type ReconcileOptions = {
  types?: readonly MirroredType[];
  /** Puts right what differs. */
  fix?: boolean;
  /** How many ids are told of each way of differing. */
  ids?: number;
  /** Requests a second, for all types together. */
  perSecond?: number;
  /** Milliseconds that an event may be on its way before a difference counts as drift. */
  grace?: number;
  signal?: AbortSignal;
  /** Told of every step of every type. */
  watch?: (step: Comparing) => void;
};

/**
 * Compares the mirror with Stripe's lists, all types at once. What is newer in the mirror than the list is no
 * drift, nor is what catches up while we look.
 *
 * @returns one entry for each type that Stripe has
 * @throws AlreadyUnderWay, OtherAccount; the signal's reason; the database's error where it can't be reached at all
 */
export function reconcile({
  types = mirroredTypes,
  fix = false,
  ids = 10,
  perSecond = usualRate(),
  grace = 10_000,
  signal,
  watch = () => {},
}: ReconcileOptions = {}): Promise<Reconciled[]> {
  return alone("reconciliation", async (connection) => {
    const listed = await openListed(connection);
    const begun = new Map<MirroredType, Promise<Reconciled | undefined>>();
    const begin = (type: MirroredType) => {
      const under = begun.get(type) ?? one(type);
      begun.set(type, under);
      return under;
    };
    const one = async (type: MirroredType): Promise<Reconciled | undefined> => {
      const found: Reconciled = { type, compared: 0, drift: nothing(), repaired: fix };
      const tell = (state: Comparing["state"], share: Comparing["share"] = null) =>
        watch({ type, state, compared: found.compared, share });
      tell("waiting");
      const owner = ownerTypeOf(type);
      if (owner && types.includes(owner)) await begin(owner);
      tell("comparing");
      try {
        const held = await countHeld(type);
        await reconcileType(type, {
          ...{ listed, grace, fix },
          told: (compared, drifts) => {
            found.compared += compared;
            for (const { kind, truth } of drifts) add(found.drift[kind], truth.document.id, ids);
            tell("comparing", held > 0 ? Math.min(1, found.compared / held) : null);
          },
        });
        tell("done", 1);
      } catch (error) {
        const absent = isUnknownToStandIn(error);
        tell(absent ? "absent" : "failed");
        if (absent) return undefined;
        Object.assign(found, { error, repaired: false });
      }
      return found;
    };
    try {
      const done = await paced({ perSecond, signal }, async () => {
        await checkAccount({ mayChange: false });
        return Promise.all(types.map(begin));
      });
      signal?.throwIfAborted();
      return done.filter((found) => found !== undefined);
    } finally {
      await connection`drop table if exists listed`;
    }
  });
}

/** Whether anything still differs, or couldn't be compared. */
export function isInOrder({ drift, repaired, error }: Reconciled): boolean {
  return error === undefined && (repaired || Object.values(drift).every(({ count }) => count === 0));
}

function nothing(): Record<DriftKind, Differing> {
  return { missing: { count: 0, ids: [] }, stale: { count: 0, ids: [] }, gone: { count: 0, ids: [] } };
}

function add(differing: Differing, id: string, most: number): void {
  differing.count += 1;
  if (differing.ids.length < most) differing.ids.push(id);
}
