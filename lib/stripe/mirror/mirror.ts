import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { fetchObject } from "./fetch";
import type { Observed } from "./observed";
import { type MirroredType, mirrored } from "./registry";
import { quoted } from "./statement";
import { isWhole } from "./whole";
import { writeRows } from "./write";

/** How often a row may change between our look at it and our write before we give up. */
export const PATIENCE = 8;

/** Other writers changed a row each time we had fetched it. */
export class Unsettled extends Error {
  override name = "Unsettled";
  constructor(what: string) {
    super(`${what} changed during each of ${PATIENCE} attempts to fetch it.`);
  }
}

/**
 * The one way of a seen object into the database: what the mirror can't judge by its dates is fetched first.
 * Not to be called inside a transaction, since it may ask Stripe.
 *
 * @param seen in the order in which they were read
 * @throws Stripe's errors, PostgreSQL's errors, Unsettled
 */
export async function mirror(seen: Observed | readonly Observed[]): Promise<void> {
  for (const [type, ofType] of byType([seen].flat())) {
    const usable = ofType.filter((one) => !one.replayed && isWhole(one));
    const written = usable.length > 0 ? await writeRows(db, type, usable) : [];
    const settled = new Set(written.filter(({ outcome }) => outcome !== "unsettled").map(({ id }) => id));
    for (const { document } of ofType) {
      if (!settled.has(document.id)) await mirrorFetched(type, document.id);
    }
  }
}

/**
 * Fetches an object and writes it: the row is at least as new as this call afterwards. Where Stripe has
 * deleted it, the row becomes a tombstone.
 *
 * @throws UnknownAtStripe, Stripe's errors, PostgreSQL's errors, Unsettled
 */
export async function mirrorFetched(type: MirroredType, id: string): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const seen = await revisionOf(type, id);
    const [written] = await writeRows(db, type, [{ ...(await fetchObject(type, id)), seen }]);
    if (written && written.outcome !== "unsettled") return;
  }
  throw new Unsettled(`${type} ${id}`);
}

/** The revision that a row has now; 0 where there is none. */
async function revisionOf(type: MirroredType, id: string): Promise<number> {
  const statement = `select revision::float8 from ${quoted(mirrored(type).table)} where id = $1`;
  const [row] = await runPrepared<{ revision: number }>(db, statement, [id]);
  return row?.revision ?? 0;
}

/** The last sight of each object, by type. */
function byType(seen: readonly Observed[]): Map<MirroredType, Observed[]> {
  const last = new Map(seen.map((one) => [`${one.type} ${one.document.id}`, one]));
  const grouped = new Map<MirroredType, Observed[]>();
  for (const one of last.values()) {
    const ofType = grouped.get(one.type) ?? [];
    grouped.set(one.type, ofType);
    ofType.push(one);
  }
  return grouped;
}
