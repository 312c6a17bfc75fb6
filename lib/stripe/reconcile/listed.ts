import type { Sql } from "postgres";
import type { Observed } from "../mirror/observed";
import { type MirroredType, mirrored } from "../mirror/registry";
import { quoted } from "../mirror/statement";

const PAGE = 500;

/** The ids that Stripe's lists have shown, kept in a temporary table, since there may be millions. */
export type Listed = {
  note(type: MirroredType, seen: readonly Observed[]): Promise<void>;
  /**
   * Rows that the mirror holds to be alive, last seen before `before` and that no list has shown.
   *
   * @param before unix seconds, by our clock: the beginning of the reading of the lists. Where the clock is behind, the next
   *   comparison looks at what this one leaves out
   */
  unlisted(type: MirroredType, before: number): AsyncGenerator<string>;
};

/** @param connection used for nothing else as long as the ids are needed */
export async function openListed(connection: Sql): Promise<Listed> {
  await connection`create temporary table listed (type text, id text, primary key (type, id))`;
  return {
    async note(type, seen) {
      const ids = JSON.stringify(seen.map(({ document }) => document.id));
      await connection`insert into listed
        select ${type}, id from jsonb_array_elements_text(${ids}::text::jsonb) id on conflict do nothing`;
    },
    async *unlisted(type, before) {
      for (let last = "", full = true; full; ) {
        const rows = await connection.unsafe<{ id: string }[]>(statement(type), [type, before, last]);
        for (const { id } of rows) yield id;
        last = rows.at(-1)?.id ?? last;
        full = rows.length === PAGE;
      }
    },
  };
}

function statement(type: MirroredType): string {
  const { table, each, gather } = mirrored(type);
  // What belongs to nobody any more, such as a detached payment method, is in no list.
  const owned = each && !gather ? `and data ->> '${each.of}' is not null` : "";
  return `
select t.id from ${quoted(table)} t
where t.deleted_at is null and t.as_of_from < to_timestamp($2::float8) and t.id > $3::text ${owned}
  and not exists (select from listed l where l.type = $1::text and l.id = t.id)
order by t.id limit ${PAGE}`;
}
