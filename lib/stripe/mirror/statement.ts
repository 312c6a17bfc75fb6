import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

/** A table's name as SQL writes it. */
export function quoted(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `"${schema}"."${name}"`;
}

/**
 * The ordering rule, at the one place where it holds against concurrent writers. A row takes what is clearly
 * newer, or what was fetched while the row stood still, or the same content seen again; nothing else.
 *
 * `excluded.revision` is the revision that the write would give the row. For fetched content that is one more
 * than the row had when the fetch began; for any other content it is 1, which an existing row is never given.
 */
export const onConflict = `
  on conflict (id) do update set
    data = case when excluded.data ? 'deleted' then t.data else excluded.data end,
    as_of_from = case when excluded.revision = t.revision + 1 then excluded.as_of_from
      else greatest(t.as_of_from, excluded.as_of_from) end,
    as_of_to = case when excluded.revision = t.revision + 1 then excluded.as_of_to
      else greatest(t.as_of_to, excluded.as_of_to) end,
    deleted_at = excluded.deleted_at,
    revision = t.revision + 1,
    synced_at = now()
  where excluded.revision = t.revision + 1
    or excluded.as_of_from >= t.as_of_to
    or (excluded.as_of_to > t.as_of_from
      and (excluded.deleted_at is null) = (t.deleted_at is null)
      and (t.deleted_at is not null or excluded.data = t.data))`;
