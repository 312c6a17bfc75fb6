import type { Batch } from "../lists/batches";
import { countOwners } from "../lists/owners";
import type { Stretch } from "../lists/pages";
import { type MirroredType, mirrored } from "../mirror/registry";

/** Which part of a run is done, from 0 to 1; null where nothing tells. */
export type Share = number | null;

/**
 * Tells after each batch which part of a type has been read. Stripe doesn't say how long a list is: with owners
 * it is their number that tells, in a list by date how far back it has come.
 */
export async function measure(
  type: MirroredType,
  { since, from }: Stretch,
): Promise<(batch: Batch) => Share> {
  if (mirrored(type).each) {
    const owners = await countOwners(type, since, from?.section ?? "");
    let done = 0;
    return ({ pages }) => {
      done += pages;
      return Math.min(1, done / Math.max(1, owners));
    };
  }
  const now = Date.now() / 1000;
  return ({ seen }) => {
    const created = seen.at(-1)?.document.created;
    if (since === null || typeof created !== "number") return null;
    return Math.min(1, Math.max(0, (now - created) / (now - since)));
  };
}
