import postgres from "postgres";
import { z } from "zod";
import type { Kind } from "../support/documents";
import { serve } from "../support/serve";
import { tables } from "../support/tables";
import { entriesOf, kinds } from "./source";
import { task } from "./task";

/** Rows in one statement, as many as the copy itself puts there. */
const ROWS = 500;

/** The ceiling: the same rows, all kinds at once, in statements of many rows by postgres.js and nothing else. */
const sql = postgres(z.string().parse(process.env.DATABASE_URL));

serve({
  item: task,
  prepare: (item) => item,
  perform: async ({ turn, rows }) => {
    await Promise.all(kinds.map((kind) => copy(kind, turn, rows)));
  },
});

async function copy(kind: Kind, turn: number, rows: number): Promise<void> {
  const table = sql(`stripe.${tables[kind]}`);
  for (let first = 0; first < rows; first += ROWS) {
    const now = new Date();
    const many = entriesOf(kind, turn, rows, first, ROWS).map((entry) => ({
      id: entry.id,
      data: JSON.stringify(entry),
      as_of_from: now,
      as_of_to: now,
    }));
    await sql`insert into ${table} ${sql(many)} on conflict (id) do update set data = excluded.data`;
  }
}
