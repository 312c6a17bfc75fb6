import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { fetchObject } from "./fetch";
import type { Interval } from "./interval";
import { mirror } from "./mirror";
import { isDocument, type Observed } from "./observed";
import { readPages } from "./read-list";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "./registry";
import { quoted } from "./statement";

/** What became of one type: how many objects were read, and what stopped the reading if it wasn't the end. */
export type Filled = { type: MirroredType; rows: number; error?: unknown };

/**
 * Reads everything the mirror keeps from Stripe's lists and writes it, page by page. Running it again is safe:
 * nothing newer is overwritten. A type that fails doesn't stop the others; what was written until then stays.
 *
 * @returns one entry for each type; those with an `error` are incomplete
 */
export async function fillMirror(): Promise<Filled[]> {
  const belongs = (type: MirroredType) => mirrored(type).each !== undefined;
  const free = await Promise.all(mirroredTypes.filter((type) => !belongs(type)).map(fillType));
  // These are listed by what was just read.
  const owned = await Promise.all(mirroredTypes.filter(belongs).map(fillType));
  return [...free, ...owned];
}

async function fillType(type: MirroredType): Promise<Filled> {
  let rows = 0;
  try {
    for await (const seen of pagesOf(type)) {
      await mirror(seen);
      rows += seen.length;
    }
    return { type, rows };
  } catch (error) {
    return { type, rows, error };
  }
}

async function* pagesOf(type: MirroredType): AsyncGenerator<Observed[]> {
  const { path, query, each, gather } = mirrored(type);
  if (!each) return yield* observedPages(type, query ? `${path}?${query}` : path);
  for (const owner of await ownersOf(each.of)) {
    if (gather) yield [await fetchObject(type, owner)];
    else yield* observedPages(type, each.list(owner));
  }
}

async function* observedPages(type: MirroredType, address: string): AsyncGenerator<Observed[]> {
  for await (const { entries, interval } of readPages(address)) yield observed(type, entries, interval);
}

function observed(type: MirroredType, entries: unknown[], interval: Interval): Observed[] {
  return entries.filter(isDocument).map((document) => ({ type, document, deleted: false, ...interval }));
}

async function ownersOf(type: string): Promise<string[]> {
  if (!isMirrored(type)) throw new TypeError(`The mirror doesn't keep ${type}.`);
  const statement = `select id from ${quoted(mirrored(type).table)} where deleted_at is null order by id`;
  const rows = await runPrepared<{ id: string }>(db, statement, []);
  return rows.map(({ id }) => id);
}
