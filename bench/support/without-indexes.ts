import type { Sql } from "postgres";

/**
 * Fills tables without those of their indexes that hold nobody to anything, and makes these afterwards, each at one go:
 * a large index that is filled in no order takes longer than the rows.
 *
 * @param sql a single connection
 */
export async function withoutIndexes(
  sql: Sql,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await sql<{ name: string; made: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
    from pg_index where not indisunique and indrelid in (select t::regclass from unnest(${tables}::text[]) t)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await fill();
  await sql`set maintenance_work_mem = '512MB'`;
  for (const { made } of indexes) await sql.unsafe(made);
}
