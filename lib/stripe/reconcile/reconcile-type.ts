import { batches } from "../lists/batches";
import { inOrder } from "../lists/in-order";
import { pagesOf } from "../lists/pages";
import { UnknownAtStripe } from "../mirror/fetch";
import { mirror } from "../mirror/mirror";
import type { MirroredType } from "../mirror/registry";
import type { Drift } from "./drift";
import { examine, fetchAndCompare } from "./examine";
import type { Listed } from "./listed";

/** Batches, or single objects, that are examined at the same time. */
const SIDE_BY_SIDE = 8;

type Options = {
  listed: Listed;
  /** Milliseconds that an event may be on its way. */
  grace: number;
  /** Whether what differs is to be put right. */
  fix: boolean;
  /** Told of how many objects Stripe's lists showed, and of what differs. */
  told: (compared: number, drifts: Drift[]) => void;
};

/**
 * Compares all of one type with Stripe: first what the lists show, then what they don't show any more.
 *
 * @throws what stopped the comparison; what was found until then has been told of
 */
export async function reconcileType(
  type: MirroredType,
  { listed, grace, fix, told }: Options,
): Promise<void> {
  const began = Date.now() / 1000;
  const settle = async (compared: number, drifts: Drift[]) => {
    if (fix) await mirror(drifts.map(({ truth }) => truth));
    told(compared, drifts);
  };
  const all = batches(pagesOf(type, { since: null, from: null }));
  const examined = inOrder(all, SIDE_BY_SIDE, async ({ seen }) => {
    await listed.note(type, seen);
    return { compared: seen.length, drifts: await examine(type, seen, grace) };
  });
  for await (const { compared, drifts } of examined) await settle(compared, drifts);

  const unknown: UnknownAtStripe[] = [];
  const unlisted = inOrder(listed.unlisted(type, began), SIDE_BY_SIDE, (id) =>
    fetchAndCompare(type, id).catch((error: unknown) => {
      if (!(error instanceof UnknownAtStripe)) throw error;
      unknown.push(error);
      return [];
    }),
  );
  for await (const drifts of unlisted) await settle(0, drifts);
  if (unknown[0]) throw unknown[0];
}
