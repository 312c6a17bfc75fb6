import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { isMirrored, type MirroredType, mirrored } from "../mirror/registry";
import { quoted } from "../mirror/statement";

const PAGE = 1_000;

/**
 * The owners by which the objects of a type are listed, as the mirror has them, in the order of their ids.
 *
 * @param since unix seconds: leaves out those whose row has stood still since then
 * @param after leaves out those up to this id
 */
export async function* ownersOf(
  type: MirroredType,
  since: number | null,
  after: string,
): AsyncGenerator<string> {
  const statement = `select id ${among(type)} and id > $2::text order by id limit ${PAGE}`;
  for (let last = after, full = true; full; ) {
    const rows = await runPrepared<{ id: string }>(db, statement, [since, last]);
    for (const { id } of rows) yield id;
    last = rows.at(-1)?.id ?? last;
    full = rows.length === PAGE;
  }
}

/** How many owners `ownersOf` gives. */
export async function countOwners(type: MirroredType, since: number | null, after: string): Promise<number> {
  const statement = `select count(*)::int as count ${among(type)} and id > $2::text`;
  const [row] = await runPrepared<{ count: number }>(db, statement, [since, after]);
  return row?.count ?? 0;
}

/** The type of the owners. */
export function ownerTypeOf(type: MirroredType): MirroredType | undefined {
  const { each } = mirrored(type);
  if (!each) return undefined;
  if (!isMirrored(each.of)) throw new TypeError(`The mirror doesn't keep ${each.of}.`);
  return each.of;
}

function among(type: MirroredType): string {
  const owner = ownerTypeOf(type);
  if (!owner) throw new TypeError(`${type} belongs to no other object.`);
  return `from ${quoted(mirrored(owner).table)}
    where deleted_at is null and ($1::float8 is null or synced_at >= to_timestamp($1::float8))`;
}
