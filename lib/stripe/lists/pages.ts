import { fetchObject } from "../mirror/fetch";
import type { Interval } from "../mirror/interval";
import { mirrorFetched } from "../mirror/mirror";
import { isMissing, readThrough } from "../mirror/missing";
import { isDocument, type Observed } from "../mirror/observed";
import { readAll, readPages } from "../mirror/read-list";
import { type MirroredType, mirrored } from "../mirror/registry";
import { inOrder } from "./in-order";
import { ownersOf, ownerTypeOf } from "./owners";
import { sectionsOf } from "./sections";

/** How far a type has been read: up to an entry of a list, or up to the last of an owner's. */
export type Position = { section: string; after: string | null };

/** Objects that were read together, and the position once they are taken in. */
export type Page = { seen: Observed[]; position: Position };

export type Stretch = {
  /** Unix seconds: leaves out what is known not to be newer. Null: everything. */
  since: number | null;
  /** Where an earlier reading ended. */
  from: Position | null;
};

/** Owners whose lists are read at the same time. */
const SIDE_BY_SIDE = 8;

/** Reads everything of a type that Stripe lists, the newest first. Throws Stripe's errors. */
export function pagesOf(type: MirroredType, stretch: Stretch): AsyncGenerator<Page> {
  return mirrored(type).each ? pagesByOwner(type, stretch) : pagesOfLists(type, stretch);
}

async function* pagesOfLists(type: MirroredType, { since, from }: Stretch): AsyncGenerator<Page> {
  const sections = await sectionsOf(type, since);
  const first = Math.max(
    0,
    sections.findIndex(({ query }) => query === from?.section),
  );
  for (const { query, address } of sections.slice(first)) {
    const after = query === from?.section ? from.after : null;
    for await (const { entries, interval } of readPages(address, after ?? undefined)) {
      const seen = observed(type, entries, interval);
      yield { seen, position: { section: query, after: seen.at(-1)?.document.id ?? after } };
    }
  }
}

function pagesByOwner(type: MirroredType, { since, from }: Stretch): AsyncGenerator<Page> {
  return inOrder(ownersOf(type, since, from?.section ?? ""), SIDE_BY_SIDE, async (owner) => ({
    seen: await readOf(type, owner),
    position: { section: owner, after: null },
  }));
}

async function readOf(type: MirroredType, owner: string): Promise<Observed[]> {
  const { each, gather } = mirrored(type);
  const ownerType = ownerTypeOf(type);
  if (!each || !ownerType) return [];
  if (gather) return [await fetchObject(type, owner)];
  try {
    const { entries, interval } = await readThrough(() => readAll(each.list(owner)));
    return observed(type, entries, interval);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // Its owner is gone, and with it the list.
    await mirrorFetched(ownerType, owner);
    return [];
  }
}

function observed(type: MirroredType, entries: unknown[], interval: Interval): Observed[] {
  return entries.filter(isDocument).map((document) => ({ type, document, deleted: false, ...interval }));
}
