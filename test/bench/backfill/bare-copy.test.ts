import postgres from "postgres";
import { expect, test } from "vitest";
import { bareCopy } from "@/bench/backfill/bare-copy";
import { entriesOf, kinds } from "@/bench/backfill/source";
import { tables } from "@/bench/support/tables";
import { db } from "@/db/client";
import { writeRows } from "@/lib/stripe/mirror/write";
import { createTestDatabase } from "@/test/support/database";
import { useTestDatabase } from "@/test/support/use-database";

const ours = useTestDatabase();
const rows = 3;

/** What is in the tables, derived columns included, without what is another each time. */
async function contents(url: string) {
  const sql = postgres(url, { max: 1 });
  const found = await Promise.all(
    kinds.map(
      (kind) => sql`
        select to_jsonb(t) - '{as_of_from,as_of_to,synced_at}'::text[] as row
        from ${sql(`stripe.${tables[kind]}`)} t order by id`,
    ),
  );
  await sql.end();
  return found.flat();
}

test("the ceiling of the copy writes the very rows that the copy writes", async () => {
  const theirs = await createTestDatabase();
  const sql = postgres(theirs.url, { max: 1 });
  for (const kind of kinds) {
    const seen = entriesOf(kind, 1, rows, 0, rows).map((document) => ({
      ...{ type: kind, document, deleted: false },
      ...{ from: 0, to: 1 },
    }));
    await writeRows(db, kind, seen);
    await bareCopy(sql, kind, 1, rows);
  }
  const written = await contents(ours.url);
  expect(written).toHaveLength(rows * kinds.length);
  expect(written).toEqual(await contents(theirs.url));
  await sql.end();
  await theirs.drop();
});
