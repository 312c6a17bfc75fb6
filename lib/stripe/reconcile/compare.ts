import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import type { Observed } from "../mirror/observed";
import { type MirroredType, mirrored } from "../mirror/registry";
import { quoted } from "../mirror/statement";

/**
 * What the mirror has, beside what was seen at Stripe.
 * `same`; `newer`: the row is from after the sight, and tells nothing about it; `open`: row and sight are of the
 * same time, and only another look can tell; `missing`: there is no row; `stale`: the row is older, and differs.
 */
export type Comparison = {
  id: string;
  verdict: "same" | "newer" | "open" | "missing" | "stale";
  revision: number;
};

/** Compares objects of one type with their rows, by the same rule by which they would be written. */
export function compare(type: MirroredType, seen: readonly Observed[]): Promise<Comparison[]> {
  const rows = seen.map(({ document, from, to, deleted }) => ({
    id: document.id,
    data: document,
    from,
    to,
    deleted,
  }));
  const fleeting = `{${(mirrored(type).fleeting ?? []).join(",")}}`;
  return runPrepared(db, statement(type), [JSON.stringify(rows), fleeting]);
}

function statement(type: MirroredType): string {
  return `
select i.id, coalesce(t.revision, 0)::float8 as revision,
  case when t.id is null then case when i.deleted then 'same' else 'missing' end
    when (t.deleted_at is not null) = i.deleted
      and (i.deleted or t.data - $2::text::text[] = i.data - $2::text::text[]) then 'same'
    when t.as_of_from >= to_timestamp(i."to") then 'newer'
    when t.as_of_to <= to_timestamp(i."from") then 'stale'
    else 'open' end as verdict
from jsonb_to_recordset($1::text::jsonb) as i(id text, data jsonb, "from" float8, "to" float8, deleted boolean)
left join ${quoted(mirrored(type).table)} t on t.id = i.id`;
}
