import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { events } from "@/db/schema/stripe/events";
import { quoted } from "../mirror/statement";

const PAGE = 500;

/** Parameters: 1 the moment and 2 the id to begin after, 3 the last moment, 4 the type; null: any. */
const statement = `
select id, received_at::text as at from ${quoted(events)}
where (received_at, id) > ($1::text::timestamptz, $2::text) and received_at <= $3::text::timestamptz
  and ($4::text is null or type = $4::text)
order by received_at, id limit ${PAGE}`;

/**
 * The ids of the events that the ledger has of some time on up to now, those first that came first.
 *
 * @param type Stripe's name of the event; null: all
 */
export async function* receivedSince(since: Date, type: string | null): AsyncGenerator<string> {
  const until = new Date().toISOString();
  let [at, id] = [since.toISOString(), ""];
  for (let full = true; full; ) {
    const rows = await runPrepared<{ id: string; at: string }>(db, statement, [at, id, until, type]);
    for (const row of rows) yield row.id;
    const last = rows.at(-1);
    if (last) [at, id] = [last.at, last.id];
    full = rows.length === PAGE;
  }
}
