import { batches } from "../lists/batches";
import { pagesOf } from "../lists/pages";
import { mirror } from "../mirror/mirror";
import { isLostPlace, RESTARTS } from "../mirror/missing";
import type { MirroredType } from "../mirror/registry";
import { closeRun, noteRun, openRun, type Run } from "./progress";
import { measure, type Share } from "./share";

/**
 * Brings one type into the mirror, from where an earlier run was cut short. The place is noted after what lies
 * behind it is in the database: whenever the process dies, nothing is left out, and no more than one batch is
 * read twice.
 *
 * @param told after each batch
 * @returns how many objects the run has taken in, those before it was cut short included
 * @throws what stopped the reading; the next run goes on from there
 */
export async function syncType(
  type: MirroredType,
  full: boolean,
  told: (rows: number, share: Share) => void,
): Promise<number> {
  let run = await openRun(type, full);
  for (let restarts = 0; ; restarts++) {
    try {
      const rows = await readOn(type, run, told);
      await closeRun(type);
      return rows;
    } catch (error) {
      if (!isLostPlace(error) || restarts >= RESTARTS) throw error;
      run = { ...run, from: null, rows: 0 };
      await noteRun(type, null, 0);
    }
  }
}

async function readOn(type: MirroredType, run: Run, told: (rows: number, share: Share) => void) {
  const shareOf = await measure(type, run);
  let { rows } = run;
  for await (const batch of batches(pagesOf(type, run))) {
    await mirror(batch.seen);
    rows += batch.seen.length;
    await noteRun(type, batch.position, rows);
    told(rows, shareOf(batch));
  }
  return rows;
}
