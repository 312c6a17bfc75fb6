import { pace } from "../ask/pace";
import { pause } from "../ask/pause";
import { fetchObject } from "../mirror/fetch";
import { PATIENCE } from "../mirror/mirror";
import { isTruncated } from "../mirror/nested-lists";
import type { Observed } from "../mirror/observed";
import type { MirroredType } from "../mirror/registry";
import { type Comparison, compare } from "./compare";
import type { Drift } from "./drift";

/**
 * Finds out which of the objects seen at Stripe the mirror doesn't have as they are. What differs at first sight
 * is looked at again a little later: an event about it may be on its way. And where the dates don't decide, the
 * object is fetched until its row stands still meanwhile.
 *
 * @param seen objects of one type, each once
 * @param grace milliseconds that an event may be on its way
 */
export async function examine(
  type: MirroredType,
  seen: readonly Observed[],
  grace: number,
): Promise<Drift[]> {
  const read = performance.now();
  const whole = seen.filter(({ document }) => !isTruncated(document));
  const suspects = await differing(type, whole);
  if (suspects.length > 0) {
    await pause(Math.max(0, read + grace - performance.now()), pace().signal);
  }
  const drifts: Drift[] = [];
  for (const [truth, { verdict }] of await compared(type, suspects)) {
    if (verdict === "missing" || verdict === "stale") drifts.push({ kind: verdict, truth });
    else if (verdict === "open") drifts.push(...(await fetchAndCompare(type, truth.document.id)));
  }
  for (const { document } of seen) {
    if (isTruncated(document)) drifts.push(...(await fetchAndCompare(type, document.id)));
  }
  return drifts;
}

/**
 * Fetches one object and compares it with its row.
 *
 * @returns the drift, or nothing: also where the row changes whenever it is looked at, since whoever writes it
 *   asks Stripe too
 */
export async function fetchAndCompare(type: MirroredType, id: string): Promise<Drift[]> {
  let revision: number | undefined;
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const truth = await fetchObject(type, id);
    const [[, found] = []] = await compared(type, [truth]);
    if (!found || found.verdict === "same" || found.verdict === "newer") return [];
    const stood = found.revision === revision;
    revision = found.revision;
    if (found.verdict === "open" && !stood) continue;
    if (truth.deleted) return [{ kind: "gone", truth }];
    return [{ kind: found.verdict === "missing" ? "missing" : "stale", truth }];
  }
  return [];
}

async function differing(type: MirroredType, seen: readonly Observed[]): Promise<Observed[]> {
  const found = await compared(type, seen);
  return found.filter(([, { verdict }]) => verdict !== "same" && verdict !== "newer").map(([one]) => one);
}

async function compared(type: MirroredType, seen: readonly Observed[]): Promise<[Observed, Comparison][]> {
  if (seen.length === 0) return [];
  const byId = new Map((await compare(type, seen)).map((found) => [found.id, found]));
  return seen.flatMap((one) => {
    const found = byId.get(one.document.id);
    return found ? [[one, found] satisfies [Observed, Comparison]] : [];
  });
}
