import type { Sql } from "postgres";
import type { Kind } from "../support/documents";
import { tables } from "../support/tables";
import { entriesOf } from "./source";

/** Rows in one statement, as many as the copy itself puts there. */
const ROWS = 500;

/** Copies objects of one kind in statements of many rows by postgres.js, and does nothing else. */
export async function bareCopy(sql: Sql, kind: Kind, turn: number, rows: number): Promise<void> {
  const table = sql(`stripe.${tables[kind]}`);
  for (let first = 0; first < rows; first += ROWS) {
    const now = new Date();
    const many = entriesOf(kind, turn, rows, first, ROWS).map((entry) => ({
      id: entry.id,
      // An object: a text would be stored as one, with nothing in it to derive columns from.
      data: sql.json(entry),
      as_of_from: now,
      as_of_to: now,
    }));
    await sql`insert into ${table} ${sql(many)} on conflict (id) do update set data = excluded.data`;
  }
}
