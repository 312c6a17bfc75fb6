import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { type MirroredType, mirrored } from "../mirror/registry";
import { quoted } from "../mirror/statement";

/** How many objects the mirror holds to be alive: about as many as Stripe, that doesn't say how long its lists are. */
export async function countHeld(type: MirroredType): Promise<number> {
  const statement = `select count(*)::int as count from ${quoted(mirrored(type).table)} where deleted_at is null`;
  const [row] = await runPrepared<{ count: number }>(db, statement, []);
  return row?.count ?? 0;
}
