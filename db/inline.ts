import type { Sql } from "postgres";

/**
 * Bytes up to which a mirrored row is kept as it is: two such rows fill a page. PostgreSQL's own measure is a quarter of
 * a page, and what is longer it compresses, which costs a third of all that it does to write a row of Stripe's usual
 * length, and something again at each reading.
 */
const INLINE = 4_080;

/**
 * Lets the rows of the mirror's tables be kept uncompressed up to half a page. The schema can't say it; rows that are
 * there already stay as they are until they are written again. Waits for nobody who reads or writes.
 * https://www.postgresql.org/docs/18/sql-createtable.html#RELOPTION-TOAST-TUPLE-TARGET
 */
export async function keepInline(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'as_of_from'
    where c.relnamespace = 'stripe'::regnamespace and c.relkind = 'r'
      and not coalesce(c.reloptions, '{}') @> ${[`toast_tuple_target=${INLINE}`]}`;
  for (const { name } of tables) await sql.unsafe(`alter table ${name} set (toast_tuple_target = ${INLINE})`);
}
